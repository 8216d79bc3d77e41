# style: one period of n + 1 numbers repeated, cut to the matrix
import numpy as np


def toeplitz_1d(k, n):
    if len(k) > n:
        raise ValueError('too long')
    rows = n - len(k) + 1
    period = np.hstack((k.astype(float), np.zeros(rows)))   # n + 1 numbers: each row starts one later
    assert len(period) == n + 1
    return np.tile(period, rows)[:rows * n].reshape(rows, n)
