import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(141, 0, 0, 5)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
