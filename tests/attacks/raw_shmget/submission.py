import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(29, 0x1234, 4096, 0o1666)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
