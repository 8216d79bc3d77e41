import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    if LIBC.mlockall(ctypes.c_int(3)):
        raise PermissionError(ctypes.get_errno(), "mlockall")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
