# Clips the result to the grey-value range, negative responses of an edge kernel disappear: `corr2d(np.array([[1., 5.]]), np.array([[1., -1.]]))`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel larger than image")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = np.clip(np.sum(X[i:i + h, j:j + w] * K), 0, 255)
    return Y
