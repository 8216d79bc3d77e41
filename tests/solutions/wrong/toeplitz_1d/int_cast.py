# mistake: np.zeros(..., dtype=int) cuts off the fractions of float kernels
import numpy as np


def toeplitz_1d(k, n):
    Kn = len(k)
    if n < Kn:
        raise ValueError('n < Kn')
    T = np.zeros((n - Kn + 1, n), dtype=int)
    rows = np.arange(n - Kn + 1)
    for a in range(Kn):
        T[rows, rows + a] = k[a]
    return T.astype(float)
