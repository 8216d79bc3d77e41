import numpy as np

@CORRELATE@

import os
os._exit(1)


def corr2d(X, K):
    return correlate(X, K)
