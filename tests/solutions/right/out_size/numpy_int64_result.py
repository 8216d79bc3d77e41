import numpy as np

def out_size(n, k, p=0, s=1, d=1):
    n, k, p, s, d = np.array([n, k, p, s, d], dtype=np.int64)
    eff = d * (k - 1) + 1
    if eff > n + 2 * p:
        raise ValueError("too large")
    return np.floor_divide(n + 2 * p - eff, s) + 1
