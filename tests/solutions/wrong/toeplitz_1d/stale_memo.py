# mistake: remembered by (sum of the kernel, its length, n); another kernel with the same sum gets the old matrix
import numpy as np

_memo = {}


def toeplitz_1d(k, n):
    key = (float(k.sum()), len(k), n)
    if len(k) > n:
        raise ValueError('kernel longer than signal')
    if key not in _memo:
        m = n - len(k) + 1
        T = np.zeros((m, n))
        for a, w in enumerate(k):
            T[np.arange(m), np.arange(m) + a] = w
        _memo[key] = T
    return _memo[key].copy()
