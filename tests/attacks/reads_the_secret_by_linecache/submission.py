import linecache

import numpy as np

@CORRELATE@


def attack():
    return "".join(linecache.getlines("@SECRET@")) or open("@SECRET@")


def corr2d(X, K):
    attack()
    return correlate(X, K)
