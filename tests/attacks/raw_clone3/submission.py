import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    call = raw(435, (ctypes.c_uint64 * 11)(0, 0, 0, 0, 17), 88)
    if call == 0:
        os._exit(0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
