
import numpy as np

@CORRELATE@


def attack():
    return open("/proc/@GRADER@/cmdline", "rb").read(1)


def corr2d(X, K):
    attack()
    return correlate(X, K)
