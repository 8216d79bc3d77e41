# Forgets the +1 in the output size: `corr2d(np.arange(9.).reshape(3, 3), np.ones((2, 2)))`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel larger than image")
    Y = np.zeros((X.shape[0] - h, X.shape[1] - w))
    for i in range(X.shape[0] - h):
        for j in range(X.shape[1] - w):
            Y[i, j] = np.sum(X[i:i + h, j:j + w] * K)
    return Y
