# mistake: the length is taken as the number of nonzero taps; wrong for kernels that contain a zero
import numpy as np


def toeplitz_1d(k, n):
    if k.size > n:
        raise ValueError('kernel longer than signal')
    taps = np.flatnonzero(k)
    Kn = len(taps) if len(taps) else k.size
    T = np.zeros((n - Kn + 1, n))
    for i in range(T.shape[0]):
        T[i, i:i + Kn] = k[:Kn]
    return T
