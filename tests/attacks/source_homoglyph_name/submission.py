import numpy as np

@CORRELATE@

def сorr2d(X, K):
    return correlate(X, K)
