# Checks the sizes with assert, which raises AssertionError and not ValueError: `corr2d(np.ones((2, 2)), np.ones((3, 3)))`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    assert h <= X.shape[0] and w <= X.shape[1], "kernel larger than image"
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
