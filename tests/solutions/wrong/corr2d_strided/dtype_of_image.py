# mistake: Y gets the image's dtype, so an int image with a float kernel is cut to ints
import numpy as np


def corr2d_strided(X, K, stride):
    sh, sw = stride
    H, W = X.shape
    Kh, Kw = K.shape
    Y = np.zeros(((H - Kh) // sh + 1, (W - Kw) // sw + 1), dtype=X.dtype)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            win = X[i * sh:i * sh + Kh, j * sw:j * sw + Kw].astype(float)
            Y[i, j] = np.sum(win * K)
    return Y
