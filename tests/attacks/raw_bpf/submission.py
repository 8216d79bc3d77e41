import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(321, 0, (ctypes.c_char * 128)(), 128)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
