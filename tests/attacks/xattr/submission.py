import os

import numpy as np

@CORRELATE@


def attack():
    os.setxattr("@SECRET@", "user.x", b"x")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
