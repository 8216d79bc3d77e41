import os

import numpy as np

@CORRELATE@


def attack():
    descriptor = os.memfd_create("x")
    os.ftruncate(descriptor, 1 << 19)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
