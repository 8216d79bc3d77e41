
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return np.lib.stride_tricks.as_strided(np.zeros(1), (1 << 30, 1 << 27), (0, 0))
