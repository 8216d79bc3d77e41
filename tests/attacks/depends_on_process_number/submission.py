import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    return correlate(X, K) + os.getpid() % 10_007
