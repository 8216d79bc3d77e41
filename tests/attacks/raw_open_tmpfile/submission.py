import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(2, ctypes.c_char_p(b"@DROP@"), 0o20200002, 0o600)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
