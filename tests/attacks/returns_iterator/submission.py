
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return iter(correlate(X, K))
