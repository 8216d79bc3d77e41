
import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    K[...] = K[::-1, ::-1].copy() + 1
    return Y
