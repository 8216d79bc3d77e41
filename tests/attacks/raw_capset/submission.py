import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(126, (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)(*[0xFFFFFFFF] * 6))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
