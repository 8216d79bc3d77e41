import numpy as np

@CORRELATE@

while True:
    print("x" * 999)


def corr2d(X, K):
    return correlate(X, K)
