import fcntl

import numpy as np

@CORRELATE@


def attack():
    fcntl.flock(1, fcntl.LOCK_EX)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
