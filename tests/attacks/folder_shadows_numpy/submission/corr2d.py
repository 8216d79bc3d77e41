import numpy as np

@CORRELATE@

def corr2d(X, K):
    return correlate(X, K)
