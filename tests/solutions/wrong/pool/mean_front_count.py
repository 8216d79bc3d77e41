# Mistake: the number of pixels forgets the padding in front (min(ph, H - r) with r < 0); 'same' and 'avg' with 2 or more cells added on an axis
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    H, W = X.shape
    ph, pw = size
    sh, sw = size if stride is None else stride
    t = l = 0
    if padding == 'same':
        oh, ow = -(-H // sh), -(-W // sw)
        t, l = max((oh - 1) * sh + ph - H, 0) // 2, max((ow - 1) * sw + pw - W, 0) // 2
    else:
        oh, ow = (H - ph) // sh + 1, (W - pw) // sw + 1
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            r, c = i * sh - t, j * sw - l
            w = X[max(r, 0):r + ph, max(c, 0):c + pw].astype(float)
            if mode == 'max':
                Y[i, j] = w.max()
            else:
                Y[i, j] = w.sum() / (min(ph, H - r) * min(pw, W - c))
    return Y
