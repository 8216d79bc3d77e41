
import numpy as np

@CORRELATE@


def corr2d(X, K):
    error = None
    for i in range(20_000):
        new = RuntimeError(i)
        new.__cause__ = error
        error = new
    raise error
