# style: sum of shifted identities, one per tap
import numpy as np


def toeplitz_1d(k, n):
    if k.shape[0] > n:
        raise ValueError
    m = n - k.shape[0] + 1
    return sum(float(w) * np.eye(m, n, a) for a, w in enumerate(k))
