import os

import numpy as np

@CORRELATE@


def attack():
    return open(f"/proc/{os.getppid()}/mem", "r+b")


def corr2d(X, K):
    attack()
    return correlate(X, K)
