
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return (row for row in correlate(X, K))
