import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(64, 0x1234, 1, 0o1666)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
