"""Rows of lists."""

import numpy as np


def corr2d_strided(X, K, stride):
    h, w = K.shape
    rows = []
    for top in range(0, X.shape[0] - h + 1, stride[0]):
        row = []
        for left in range(0, X.shape[1] - w + 1, stride[1]):
            window = X[top : top + h, left : left + w]
            row.append(float(np.sum(window * K)))
        rows.append(row)
    return np.array(rows)
