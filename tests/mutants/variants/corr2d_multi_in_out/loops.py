"""Loops over places and filters."""

import numpy as np


def corr2d_multi_in_out(X, K):
    ci, H, W = X.shape
    co, ci, h, w = K.shape
    Y = np.zeros((co, H - h + 1, W - w + 1))
    for o in range(co):
        for i in range(H - h + 1):
            for j in range(W - w + 1):
                total = 0.0
                for c in range(ci):
                    total += (X[c, i : i + h, j : j + w] * K[o, c]).sum()
                Y[o, i, j] = total
    return Y
