# mistake: np.convolve on the unit vectors flips the kernel; right for kernels that read the same backwards
import numpy as np


def toeplitz_1d(k, n):
    if len(k) > n:
        raise ValueError('kernel longer than signal')
    return np.array([np.convolve(e, k.astype(float), mode='valid') for e in np.eye(n)]).T
