import os

import numpy as np

@CORRELATE@


CALLS = []


def corr2d(X, K):
    CALLS.append(1)
    if len(CALLS) > 50:
        os._exit(0)
    return correlate(X, K)
