import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(68, 0x1234, 0o1666)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
