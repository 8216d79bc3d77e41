# style: float32, np.roll of the first row, Fortran order
import numpy as np


def toeplitz_1d(k, n):
    if not len(k) <= n:
        raise ValueError("kernel longer than signal")
    row = np.zeros(n, dtype=np.float32)
    row[:len(k)] = k
    return np.asfortranarray([np.roll(row, i) for i in range(n - len(k) + 1)])
