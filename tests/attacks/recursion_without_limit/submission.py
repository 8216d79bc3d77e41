import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    sys.setrecursionlimit(10**9)
    return corr2d(X, K)
