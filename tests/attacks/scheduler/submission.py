import os

import numpy as np

@CORRELATE@


def attack():
    os.sched_setscheduler(os.getppid(), os.SCHED_IDLE, os.sched_param(0))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
