
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return np.zeros((1,))
