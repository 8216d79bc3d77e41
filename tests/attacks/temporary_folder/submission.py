import tempfile

import numpy as np

@CORRELATE@


def attack():
    return tempfile.mkdtemp()


def corr2d(X, K):
    attack()
    return correlate(X, K)
