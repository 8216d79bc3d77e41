import fileinput

import numpy as np

@CORRELATE@


def attack():
    return "".join(fileinput.input("@SECRET@"))


def corr2d(X, K):
    attack()
    return correlate(X, K)
