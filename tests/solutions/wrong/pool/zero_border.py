# Mistake: zeros take part in the maximum: 'same', 'max', where a window at the border holds only negative pixels
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    H, W = X.shape
    ph, pw = size
    sh, sw = size if stride is None else stride
    P = X.astype(float)
    N = np.ones((H, W))
    if padding == 'same':
        oh, ow = -(-H // sh), -(-W // sw)
        th, tw = max((oh - 1) * sh + ph - H, 0), max((ow - 1) * sw + pw - W, 0)
        pad = ((th // 2, th - th // 2), (tw // 2, tw - tw // 2))
        P, N = np.pad(P, pad), np.pad(N, pad)
    else:
        oh, ow = (H - ph) // sh + 1, (W - pw) // sw + 1
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            w = P[i * sh:i * sh + ph, j * sw:j * sw + pw]
            n = N[i * sh:i * sh + ph, j * sw:j * sw + pw]
            Y[i, j] = w.max() if mode == 'max' else w.sum() / n.sum()
    return Y
