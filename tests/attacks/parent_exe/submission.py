import os

import numpy as np

@CORRELATE@


def attack():
    return os.open(f"/proc/{os.getppid()}/exe", os.O_RDONLY)


def corr2d(X, K):
    attack()
    return correlate(X, K)
