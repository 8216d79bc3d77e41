# Takes the number of rows for both axes, so wide images lose columns: `corr2d(np.ones((2, 5)), np.ones((2, 2)))`
import numpy as np

def corr2d(X, K):
    n = len(X)
    kh, kw = K.shape
    if kh > n or kw > X.shape[1]:
        raise ValueError("kernel does not fit")
    Y = np.zeros((n - kh + 1, max(n - kw + 1, 0)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = np.sum(X[i:i+kh, j:j+kw] * K)
    return Y
