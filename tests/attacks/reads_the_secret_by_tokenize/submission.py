import tokenize

import numpy as np

@CORRELATE@


def attack():
    return tokenize.open("@SECRET@").read()


def corr2d(X, K):
    attack()
    return correlate(X, K)
