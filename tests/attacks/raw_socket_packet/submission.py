import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(41, 17, 3, 768)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
