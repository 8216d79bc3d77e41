
import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    X.shape = (X.size,)
    return Y
