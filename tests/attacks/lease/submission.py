import fcntl

import numpy as np

@CORRELATE@


def attack():
    fcntl.fcntl(1, fcntl.F_SETLEASE, fcntl.F_WRLCK)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
