
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return corr2d(X, K)
