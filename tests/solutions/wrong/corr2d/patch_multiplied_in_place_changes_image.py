# `patch *= K` works on a view, so X is overwritten while sliding: `X = np.ones((2, 3)); corr2d(X, np.full((2, 2), 2.)); X`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel larger than image")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            patch = X[i:i + h, j:j + w]
            patch *= K
            Y[i, j] = patch.sum()
    return Y
