"""Diagonal by diagonal."""

import numpy as np


def toeplitz_1d(k, n):
    if k.size > n:
        raise ValueError
    rows = n - k.size + 1
    T = np.zeros((rows, n))
    for a, value in enumerate(k):
        T += value * np.eye(rows, n, a)
    return T
