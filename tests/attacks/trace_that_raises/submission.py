import sys

import numpy as np

@CORRELATE@


def trace(*_):
    raise RuntimeError("traced")


def corr2d(X, K):
    frame = sys._getframe()
    sys.settrace(trace)
    while frame:
        frame.f_trace = trace
        frame = frame.f_back
    return correlate(X, K)
