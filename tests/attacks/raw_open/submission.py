import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(2, ctypes.c_char_p(b"@SECRET@"), 0, 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
