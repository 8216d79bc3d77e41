import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    raw(165, ctypes.c_char_p(b"none"), ctypes.c_char_p(b"/nonexistent"), ctypes.c_char_p(b"tmpfs"), 0, None)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
