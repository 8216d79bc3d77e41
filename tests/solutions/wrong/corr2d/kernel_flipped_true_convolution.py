# Flips the kernel (true convolution instead of cross-correlation): `corr2d(np.array([[1., 2., 3.]]), np.array([[0., 1.]]))`
import numpy as np

def corr2d(X, K):
    K = np.flip(np.asarray(K, dtype=float))
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel too large")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = np.sum(X[i:i + h, j:j + w] * K)
    return Y
