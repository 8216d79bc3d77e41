
import numpy as np

@CORRELATE@


def attack():
    return open("/proc/@GRADER@/environ", "rb").read(1)


def corr2d(X, K):
    attack()
    return correlate(X, K)
