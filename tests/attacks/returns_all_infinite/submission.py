
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return np.full_like(correlate(X, K), np.inf)
