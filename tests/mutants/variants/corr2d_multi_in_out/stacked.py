"""One map a filter, stacked."""

import numpy as np


def corr2d(x, k):
    h, w = k.shape
    return np.array([[np.sum(x[i : i + h, j : j + w] * k) for j in range(x.shape[1] - w + 1)] for i in range(x.shape[0] - h + 1)])


def corr2d_multi_in_out(X, K):
    return np.stack([sum(corr2d(x, k) for x, k in zip(X, filters, strict=True)) for filters in K], 0)
