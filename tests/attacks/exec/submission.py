import os

import numpy as np

@CORRELATE@


def attack():
    os.execv("/bin/true", ["true"])
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
