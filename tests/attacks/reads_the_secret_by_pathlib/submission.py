import pathlib

import numpy as np

@CORRELATE@


def attack():
    return pathlib.Path("@SECRET@").read_text()


def corr2d(X, K):
    attack()
    return correlate(X, K)
