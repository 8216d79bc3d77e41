import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def corr2d(X, K):
    raw(0x40000000 + 39)
    return correlate(X, K)
