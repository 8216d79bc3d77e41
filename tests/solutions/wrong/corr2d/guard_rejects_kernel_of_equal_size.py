# Writes >= in the guard, so a kernel exactly as large as the image raises: `corr2d(np.ones((2, 2)), np.ones((2, 2)))`
import numpy as np

def corr2d(X, K):
    Kh, Kw = K.shape
    H, W = X.shape
    if Kh >= H or Kw >= W:
        raise ValueError('kernel has to be smaller than the image')
    Y = np.zeros((H-Kh+1, W-Kw+1))
    for i in range(H-Kh+1):
        for j in range(W-Kw+1):
            Y[i, j] = np.sum(X[i:i+Kh, j:j+Kw]*K)
    return Y
