import ctypes

import numpy as np

@CORRELATE@


def corr2d(X, K):
    ctypes.CDLL("/usr/lib/x86_64-linux-gnu/libutil.so.1.0")
    return correlate(X, K)
