import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(203, 0, 8, (ctypes.c_uint64 * 1)(1))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
