import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(144, 0, 5, (ctypes.c_int * 1)(0))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
