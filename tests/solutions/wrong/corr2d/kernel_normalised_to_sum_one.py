# Divides by the sum of the kernel as for a blur filter: `corr2d(np.array([[2.]]), np.array([[3.]]))`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel larger than image")
    norm = K.sum() if K.sum() != 0 else 1
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum() / norm
    return Y
