import os

import numpy as np

@CORRELATE@


def attack():
    return os.read(os.open("@SECRET@", os.O_RDONLY), 999)


def corr2d(X, K):
    attack()
    return correlate(X, K)
