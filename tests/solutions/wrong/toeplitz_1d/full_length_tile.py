# mistake: special case for Kn == n gives n equal rows instead of one; right for shorter kernels and n = 1
import numpy as np


def toeplitz_1d(k, n):
    gap = n - len(k)
    if gap < 0:
        raise ValueError('does not fit')
    if gap == 0:
        return np.tile(k.astype(float), (n, 1))
    period = np.append(k.astype(float), np.zeros(gap + 1))
    return np.resize(period, (gap + 1, n))
