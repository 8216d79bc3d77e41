
import numpy as np

@CORRELATE@


def attack():
    return bytes(np.memmap("@SECRET@", "u1", "r"))


def corr2d(X, K):
    attack()
    return correlate(X, K)
