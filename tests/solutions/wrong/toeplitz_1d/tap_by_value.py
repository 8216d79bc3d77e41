# mistake: finds the tap's place with list.index, so repeated values land on the first one only; wrong for kernels with equal entries
import numpy as np


def toeplitz_1d(k, n):
    taps = list(k)
    if len(taps) > n:
        raise ValueError('kernel longer than signal')
    T = np.zeros((n - len(taps) + 1, n))
    for i in range(T.shape[0]):
        for w in taps:
            T[i, i + taps.index(w)] = w
    return T
