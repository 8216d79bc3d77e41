import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(272, 0x10000000)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
