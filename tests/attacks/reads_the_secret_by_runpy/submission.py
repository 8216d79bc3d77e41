import runpy

import numpy as np

@CORRELATE@


def attack():
    return runpy.run_path("@SECRET@")


def corr2d(X, K):
    attack()
    return correlate(X, K)
