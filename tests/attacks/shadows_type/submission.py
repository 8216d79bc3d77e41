
import numpy as np

@CORRELATE@


def type(*a, **k):
    raise RuntimeError("shadowed")


def corr2d(X, K):
    return correlate(X, K)
