
import numpy as np

@CORRELATE@


def attack():
    return np.fromfile("@SECRET@", "u1").tobytes()


def corr2d(X, K):
    attack()
    return correlate(X, K)
