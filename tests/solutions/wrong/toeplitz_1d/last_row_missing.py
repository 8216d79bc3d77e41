# mistake: range(n - Kn) leaves the last row zero; all zero for Kn == n
import numpy as np


def toeplitz_1d(k, n):
    Kn = len(k)
    if Kn > n:
        raise ValueError
    T = np.zeros((n - Kn + 1, n))
    for i in range(n - Kn):
        T[i, i:i + Kn] = k
    return T
