import numpy as np

@CORRELATE@

while True:
    pass


def corr2d(X, K):
    return correlate(X, K)
