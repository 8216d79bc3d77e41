import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(251, 1, 0, (3 << 13))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
