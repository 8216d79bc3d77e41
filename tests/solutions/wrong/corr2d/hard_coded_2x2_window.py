# Only the four entries of a 2x2 kernel are ever used, as in the example: `corr2d(np.ones((3, 3)), np.ones((3, 3)))`
import numpy as np

def corr2d(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("kernel larger than image")
    Y = np.zeros((X.shape[0] - 1, X.shape[1] - 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i, j] * K[0, 0] + X[i, j + 1] * K[0, 1]
                       + X[i + 1, j] * K[1, 0] + X[i + 1, j + 1] * K[1, 1])
    return Y
