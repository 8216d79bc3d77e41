import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def corr2d(X, K):
    raw(0x40000000 + 520, ctypes.c_char_p(b"/bin/true"), None, None)
    return correlate(X, K)
