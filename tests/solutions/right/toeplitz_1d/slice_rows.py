# style: textbook, one slice per row
import numpy as np


def toeplitz_1d(k, n):
    Kn = len(k)
    if Kn > n:
        raise ValueError("kernel longer than signal")
    T = np.zeros((n - Kn + 1, n))
    for i in range(n - Kn + 1):
        T[i, i:i + Kn] = k
    return T
