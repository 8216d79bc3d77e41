import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(157, 36, 1, 0, 0, 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
