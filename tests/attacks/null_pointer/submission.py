import ctypes

import numpy as np

@CORRELATE@


def corr2d(X, K):
    ctypes.string_at(0)
    return correlate(X, K)
