import faulthandler

import numpy as np

@CORRELATE@


def attack():
    faulthandler.enable(open("@DROP@/x", "w"))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
