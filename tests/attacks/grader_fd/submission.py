import os

import numpy as np

@CORRELATE@


def attack():
    return os.listdir("/proc/@GRADER@/fd")


def corr2d(X, K):
    attack()
    return correlate(X, K)
