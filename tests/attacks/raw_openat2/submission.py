import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(437, -100, ctypes.c_char_p(b"@SECRET@"), (ctypes.c_uint64 * 3)(0, 0, 0), 24)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
