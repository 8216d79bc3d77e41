"""While loops and a running sum."""

import numpy as np


def corr2d(X, K):
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError
    Y = np.zeros((H - h + 1, W - w + 1))
    i = 0
    while i + h <= H:
        j = 0
        while j + w <= W:
            total = 0.0
            for a in range(h):
                for b in range(w):
                    total += X[i + a][j + b] * K[a][b]
            Y[i, j] = total
            j += 1
        i += 1
    return Y
