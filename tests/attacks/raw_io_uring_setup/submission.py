import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(425, 4, (ctypes.c_char * 120)())
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
