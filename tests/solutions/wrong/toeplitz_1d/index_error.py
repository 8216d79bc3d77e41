# mistake: IndexError instead of ValueError for a kernel that is too long
import numpy as np


def toeplitz_1d(k, n):
    Kn = len(k)
    if Kn > n:
        raise IndexError('kernel longer than signal')
    T = np.zeros((n - Kn + 1, n))
    for i in range(n - Kn + 1):
        for a in range(Kn):
            T[i, i + a] = k[a]
    return T
