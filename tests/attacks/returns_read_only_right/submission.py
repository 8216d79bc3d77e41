
import numpy as np

@CORRELATE@


def frozen(Y):
    Y.flags.writeable = False
    return Y


def corr2d(X, K):
    return frozen(correlate(X, K))
