import os

import numpy as np

@CORRELATE@


def attack():
    os.utime(1)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
