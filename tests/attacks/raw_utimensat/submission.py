import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(280, -100, ctypes.c_char_p(b"@SECRET@"), None, 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
