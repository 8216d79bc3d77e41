
import numpy as np

@CORRELATE@


def attack():
    np.save("@DROP@/x.npy", np.ones(1))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
