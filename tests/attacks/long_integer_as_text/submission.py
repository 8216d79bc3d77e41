
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return str(10**10_000)
