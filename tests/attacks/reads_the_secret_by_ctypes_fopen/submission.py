import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def fopen():
    LIBC.fopen.restype = ctypes.c_void_p
    if not LIBC.fopen(b"@SECRET@", b"r"):
        raise PermissionError(ctypes.get_errno(), "fopen")
    return True


def attack():
    return fopen()


def corr2d(X, K):
    attack()
    return correlate(X, K)
