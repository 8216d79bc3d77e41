# Creates Y with the dtype of X, so integer images truncate the result: `corr2d(np.array([[1, 3]]), np.array([[0.5]]))`
import numpy as np

def corr2d(X, K):
    X, K = np.asarray(X), np.asarray(K)
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel larger than image")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), dtype=X.dtype)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
