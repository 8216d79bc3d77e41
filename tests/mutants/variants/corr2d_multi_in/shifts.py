"""Shifted images, weighted."""

import numpy as np


def corr2d_multi_in(X, K):
    if len(K) - len(X):
        raise ValueError
    _, h, w = K.shape
    rows, cols = X.shape[1] - h + 1, X.shape[2] - w + 1
    out = np.zeros((rows, cols))
    for x, k in zip(X, K, strict=True):
        for a in range(h):
            for b in range(w):
                out = out + k[a, b] * x[a : a + rows, b : b + cols]
    return out
