import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(240, ctypes.c_char_p(b"x"), 0o102, 0o666, None)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
