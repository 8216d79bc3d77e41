import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    return correlate(X, K) + int.from_bytes(os.urandom(2), "big")
