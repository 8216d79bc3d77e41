# mistake: trusts np.zeros to raise for negative sizes; with a kernel one longer than the signal (Kn = n + 1) an empty matrix comes back
import numpy as np


def toeplitz_1d(k, n):
    Kn = len(k)
    T = np.zeros((n - Kn + 1, n))   # raises ValueError itself if the kernel is too long
    for i in range(T.shape[0]):
        T[i, i:i + Kn] = k
    return T
