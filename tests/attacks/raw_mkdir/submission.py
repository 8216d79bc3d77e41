import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(83, ctypes.c_char_p(b"@DROP@/x"), 0o777)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
