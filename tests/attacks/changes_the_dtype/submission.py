
import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    X.dtype = np.uint8
    return Y
