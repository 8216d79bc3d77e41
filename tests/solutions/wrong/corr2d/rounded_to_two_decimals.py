# Rounds every value to two decimals to make the print look nice: `corr2d(np.array([[0.123456]]), np.array([[1.]]))`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel larger than image")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = round(float((X[i:i + h, j:j + w] * K).sum()), 2)
    return Y
