"""Five loops."""

import numpy as np


def corr2d_multi_in(X, K):
    ci, H, W = X.shape
    ck, h, w = K.shape
    if ci != ck:
        raise ValueError
    Y = np.zeros((H - h + 1, W - w + 1))
    for c in range(ci):
        for i in range(H - h + 1):
            for j in range(W - w + 1):
                for a in range(h):
                    for b in range(w):
                        Y[i, j] += X[c, i + a, j + b] * K[c, a, b]
    return Y
