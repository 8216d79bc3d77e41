import os

import numpy as np

@CORRELATE@


def attack():
    os.chmod("@SECRET@", 0o600)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
