from functools import reduce
from itertools import product
import operator

import numpy as np


def corr2d(X, K):
    kh, kw = np.shape(K)
    oh, ow = np.shape(X)[0] - kh + 1, np.shape(X)[1] - kw + 1
    if oh <= 0 or ow <= 0:
        raise ValueError("kernel exceeds image")
    X = np.asarray(X, dtype=float)
    terms = (X[a:a + oh, b:b + ow] * K[a, b] for a, b in product(range(kh), range(kw)))
    return reduce(operator.add, terms)
