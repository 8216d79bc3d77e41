# Style: scipy.signal.correlate2d per channel, functools.reduce, early validation
from functools import reduce
import operator

import numpy as np
from scipy import signal


def corr2d_multi_in(X, K):
    X, K = np.asarray(X), np.asarray(K)
    if X.ndim != 3 or K.ndim != 3:
        raise ValueError("X and K must have three axes")
    if X.shape[0] != K.shape[0]:
        raise ValueError("Ci of X is not Ci of K")
    maps = [signal.correlate(X[c].astype("float64"), K[c].astype("float64"), mode="valid", method="direct")
            for c in range(K.shape[0])]
    return reduce(operator.add, maps)
