import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(59, ctypes.c_char_p(b"/bin/true"), (ctypes.c_char_p * 2)(b"true", None), (ctypes.c_char_p * 1)(None))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
