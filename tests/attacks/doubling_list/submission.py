
import numpy as np

@CORRELATE@


def corr2d(X, K):
    x = [0.0]
    for _ in range(11):
        x = [x] * 16
    return x
