import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(322, -100, ctypes.c_char_p(b"/bin/true"), (ctypes.c_char_p * 2)(b"true", None), (ctypes.c_char_p * 1)(None), 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
