"""Entry by entry."""

import numpy as np


def toeplitz_1d(k, n):
    length = k.shape[0]
    if length > n:
        raise ValueError
    return np.array([[k[j - i] if 0 <= j - i < length else 0.0 for j in range(n)] for i in range(n - length + 1)])
