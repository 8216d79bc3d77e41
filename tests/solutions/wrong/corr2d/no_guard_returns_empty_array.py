# Never checks the sizes, a kernel one row too tall gives an empty array: `corr2d(np.ones((2, 2)), np.ones((3, 1)))`
import numpy as np

def corr2d(X, K):
    """Compute 2D cross-correlation."""
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
