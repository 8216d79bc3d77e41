
import numpy as np

@CORRELATE@


class VALUE:
    loot = open("@SECRET@").read()


def corr2d(X, K):
    VALUE
    return correlate(X, K)
