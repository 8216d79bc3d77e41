import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(298, (ctypes.c_char * 128)(*([0] * 4 + [128])), 0, -1, -1, 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
