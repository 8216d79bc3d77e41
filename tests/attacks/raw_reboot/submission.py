import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(169, 0, 0, 0, None)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
