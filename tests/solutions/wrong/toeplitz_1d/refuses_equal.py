# mistake: ">=": refuses a kernel exactly as long as the signal
import numpy as np


def toeplitz_1d(k, n):
    if len(k) >= n:
        raise ValueError('kernel does not fit')
    T = np.zeros((n - len(k) + 1, n))
    for i, row in enumerate(T):
        row[i:i + len(k)] = k
    return T
