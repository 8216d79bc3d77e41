import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(303, -100, ctypes.c_char_p(b"@SECRET@"), (ctypes.c_uint32 * 34)(128), (ctypes.c_int * 1)(), 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
