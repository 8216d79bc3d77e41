import os

import numpy as np

@CORRELATE@


def attack():
    os.nice(1)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
