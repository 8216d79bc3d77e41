import dbm.dumb

import numpy as np

@CORRELATE@


def attack():
    return dbm.dumb.open("@DROP@/x", "n")


def corr2d(X, K):
    attack()
    return correlate(X, K)
