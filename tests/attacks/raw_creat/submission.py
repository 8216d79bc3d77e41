import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(85, ctypes.c_char_p(b"@DROP@/x"), 0o666)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
