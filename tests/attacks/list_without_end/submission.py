
import numpy as np

@CORRELATE@


def corr2d(X, K):
    x = []
    x.append(x)
    return x
