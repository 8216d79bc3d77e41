
import numpy as np

@CORRELATE@


def attack():
    return open("/dev/tty", "r+b")


def corr2d(X, K):
    attack()
    return correlate(X, K)
