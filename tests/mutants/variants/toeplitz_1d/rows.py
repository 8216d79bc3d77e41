"""Row by row."""

import numpy as np


def toeplitz_1d(k, n):
    m = n - len(k) + 1
    if m < 1:
        raise ValueError("kernel longer than signal")
    T = np.zeros((m, n))
    for i in range(m):
        T[i, i : i + len(k)] = k
    return T
