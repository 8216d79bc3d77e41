
import numpy as np

@CORRELATE@


ZEROS = np.zeros


def corr2d(X, K):
    np.zeros.__class__
    Y = correlate(X, K)
    np.sum = np.zeros = np.empty = np.pad = None
    np.zeros = ZEROS
    return Y
