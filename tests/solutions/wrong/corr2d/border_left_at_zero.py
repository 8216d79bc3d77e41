# Allocates an output as large as the image and leaves the unreached rows and columns at zero: `corr2d(np.ones((3, 3)), np.ones((2, 2)))`
import numpy as np

def corr2d(X, K):
    H, W = X.shape
    Kh, Kw = K.shape
    if Kh > H or Kw > W:
        raise ValueError('kernel larger than image')
    Y = np.zeros_like(X, dtype=float)
    for i in range(H - Kh + 1):
        for j in range(W - Kw + 1):
            Y[i, j] = np.sum(X[i:i + Kh, j:j + Kw] * K)
    return Y
