import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(149, (ctypes.c_char * 4096)(), 4096)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
