import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(250, 0, -4, 1)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
