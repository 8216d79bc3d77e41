# mistake: the kernel's height is used for the width too; only right for square kernels
import numpy as np


def corr2d_strided(X, K, stride):
    k = K.shape[0]
    sh, sw = stride
    X = X.astype(float)
    Y = np.zeros(((X.shape[0] - k) // sh + 1, (X.shape[1] - k) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh:i * sh + k, j * sw:j * sw + k] * K).sum()
    return Y
