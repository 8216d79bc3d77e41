import os

import numpy as np

@CORRELATE@


def attack():
    os.setpriority(os.PRIO_USER, os.getuid(), os.getpriority(os.PRIO_USER, os.getuid()))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
