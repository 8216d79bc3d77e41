import os

import numpy as np

@CORRELATE@


def attack():
    return [e.name for e in os.scandir(os.path.dirname("@SECRET@"))]


def corr2d(X, K):
    attack()
    return correlate(X, K)
