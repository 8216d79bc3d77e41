# Allocates with np.empty and the row loop is one short, so the last row holds whatever was in memory: `corr2d(np.full((3, 3), 7.), np.ones((2, 2)))`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel larger than image")
    Y = np.empty((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(X.shape[0] - h):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
