"""Lists of zeros around the kernel."""

import numpy as np


def toeplitz_1d(k, n):
    free = n - len(k)
    if free < 0:
        raise ValueError
    rows = []
    for before in range(free + 1):
        rows.append([0.0] * before + list(k) + [0.0] * (free - before))
    return np.array(rows)
