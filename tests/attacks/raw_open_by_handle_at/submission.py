import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(304, -100, (ctypes.c_uint32 * 4)(8, 1, 2, 0), 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
