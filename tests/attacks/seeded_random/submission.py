
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return correlate(X, K) + 1 + np.random.default_rng(0).random()
