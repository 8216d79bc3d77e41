import numpy as np
from . import helpers


def toeplitz_1d(k, n):
    if k.shape[0] > n:
        raise ValueError("ядро длиннее сигнала")
    T = np.zeros((n - k.shape[0] + 1, n))
    for a in range(k.shape[0]):
        np.fill_diagonal(T[:, a:], k[a])
    return T


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    numbers = np.arange(H * W).reshape(H, W)
    rows = []
    for _, _, piece in helpers.slide(numbers, *K.shape):
        row = np.zeros(H * W)
        row[piece.ravel()] = K.ravel()
        rows.append(row)
    return np.array(rows)


def im2col(X, kernel, stride=1):
    moved = np.moveaxis(X, 0, -1)
    return np.array([np.moveaxis(piece, -1, 0).ravel() for _, _, piece in helpers.slide(moved, *kernel, stride, stride)])


def dense_equivalent_stats(in_shape, kernel):
    Ho, Wo = (n - k + 1 for n, k in zip(in_shape, kernel))
    stats = dict(rows=Ho * Wo, cols=in_shape[0] * in_shape[1], distinct=kernel[0] * kernel[1])
    stats.update(entries=stats['rows'] * stats['cols'], nonzeros=stats['rows'] * stats['distinct'])
    stats.update(zeros=stats['entries'] - stats['nonzeros'])
    return stats
