import ctypes
import faulthandler

import numpy as np

@CORRELATE@


def corr2d(X, K):
    faulthandler.enable(1)
    ctypes.string_at(0)
