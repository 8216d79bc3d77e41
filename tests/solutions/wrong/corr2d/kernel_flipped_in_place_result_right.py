# The result is right, but the caller's kernel is flipped in place to undo the flip of the convolution loop: `K = np.array([[1., 2.]]); corr2d(np.ones((2, 2)), K); K`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel larger than image")
    K[:] = K[::-1, ::-1].copy()
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = sum(float(X[i + a, j + b]) * float(K[h - 1 - a, w - 1 - b]) for a in range(h) for b in range(w))
    return Y
