import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    call = raw(56, 0x00008011, 0, 0, 0, 0)
    if call == 0:
        os._exit(0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
