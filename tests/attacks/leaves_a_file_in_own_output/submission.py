import os

import numpy as np

@CORRELATE@


def attack():
    open(f"/proc/self/fd/1/x", "a").close()
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
