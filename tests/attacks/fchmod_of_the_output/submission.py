import os

import numpy as np

@CORRELATE@


def attack():
    os.fchmod(1, 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
