
import numpy as np

@CORRELATE@


def corr2d(X: open("@SECRET@").read(), K):
    return correlate(X, K)
