import io

import numpy as np

@CORRELATE@


def attack():
    return io.FileIO("@SECRET@").read()


def corr2d(X, K):
    attack()
    return correlate(X, K)
