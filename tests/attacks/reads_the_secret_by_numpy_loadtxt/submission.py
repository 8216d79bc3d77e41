
import numpy as np

@CORRELATE@


def attack():
    return np.loadtxt("@SECRET@", str).tolist()


def corr2d(X, K):
    attack()
    return correlate(X, K)
