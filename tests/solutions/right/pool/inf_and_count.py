# Style: -inf for the maximum, sum and number of pixels for the mean, shifted strided slices
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    (H, W), (ph, pw) = X.shape, size
    sh, sw = stride if stride is not None else size
    if padding == 'same':
        oh, ow = (H + sh - 1) // sh, (W + sw - 1) // sw
        dh, dw = max((oh - 1) * sh + ph - H, 0), max((ow - 1) * sw + pw - W, 0)
    else:
        oh, ow = (H - ph) // sh + 1, (W - pw) // sw + 1
        dh = dw = 0
    inner = np.s_[dh // 2:dh // 2 + H, dw // 2:dw // 2 + W]
    if mode == 'max':
        P = np.full((H + dh, W + dw), -np.inf)
        P[inner] = X
        Y = np.full((oh, ow), -np.inf)
        for a in range(ph):
            for b in range(pw):
                np.maximum(Y, P[a:a + (oh - 1) * sh + 1:sh, b:b + (ow - 1) * sw + 1:sw], out=Y)
        return Y
    P = np.zeros((H + dh, W + dw))
    P[inner] = X
    M = np.zeros((H + dh, W + dw))
    M[inner] = 1
    total = np.zeros((oh, ow))
    count = np.zeros((oh, ow))
    for a in range(ph):
        for b in range(pw):
            tap = np.s_[a:a + (oh - 1) * sh + 1:sh, b:b + (ow - 1) * sw + 1:sw]
            total += P[tap]
            count += M[tap]
    return total / count
