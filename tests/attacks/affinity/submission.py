import os

import numpy as np

@CORRELATE@


def attack():
    os.sched_setaffinity(os.getppid(), {min(os.sched_getaffinity(0))})
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
