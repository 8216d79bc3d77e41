import os

import numpy as np

@CORRELATE@


def attack():
    return os.popen("echo loot").read()


def corr2d(X, K):
    attack()
    return correlate(X, K)
