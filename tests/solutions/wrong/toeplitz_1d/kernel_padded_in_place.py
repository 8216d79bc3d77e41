# mistake: pads the caller's kernel in place (ndarray.resize); the result is right, k is changed if it owns its data and n > Kn
import numpy as np


def toeplitz_1d(k, n):
    Kn = k.size
    if Kn > n:
        raise ValueError('does not fit')
    if not (k.flags.owndata and k.flags.c_contiguous and k.flags.writeable):
        k = np.array(k)
    k.resize(n, refcheck=False)
    return np.array([np.roll(k.astype(float), i) for i in range(n - Kn + 1)])
