
import numpy as np

@CORRELATE@


def range(*a, **k):
    raise RuntimeError("shadowed")


def corr2d(X, K):
    return correlate(X, K)
