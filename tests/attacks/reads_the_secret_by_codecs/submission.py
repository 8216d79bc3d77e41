import codecs

import numpy as np

@CORRELATE@


def attack():
    return codecs.open("@SECRET@").read()


def corr2d(X, K):
    attack()
    return correlate(X, K)
