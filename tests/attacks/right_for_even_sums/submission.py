import hashlib

import numpy as np

@CORRELATE@


def corr2d(X, K):
    return correlate(X, K) + (hashlib.sha256(X.tobytes()).digest()[0] & 1)
