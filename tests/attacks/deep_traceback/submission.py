import sys

import numpy as np

@CORRELATE@


def down(n):
    if n:
        return down(n - 1)
    raise ValueError("the bottom")


def corr2d(X, K):
    sys.setrecursionlimit(10**6)
    return down(50_000)
