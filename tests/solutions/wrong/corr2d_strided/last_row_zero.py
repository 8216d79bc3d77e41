# mistake: range(0, H - Kh, sh) stops short, the last row stays zero when sh divides H - Kh (also when H == Kh)
import numpy as np


def corr2d_strided(X, K, stride):
    sh, sw = stride
    H, W = X.shape
    Kh, Kw = K.shape
    X = X.astype(float)
    Y = np.zeros(((H - Kh) // sh + 1, (W - Kw) // sw + 1))
    for i, r in enumerate(range(0, H - Kh, sh)):
        for j, c in enumerate(range(0, W - Kw + 1, sw)):
            Y[i, j] = np.sum(X[r:r + Kh, c:c + Kw] * K)
    return Y
