# The running sum is set to zero once per row instead of once per output value: `corr2d(np.ones((2, 3)), np.ones((2, 2)))`
import numpy as np

def corr2d(X, K):
    H, W = X.shape
    Kh, Kw = K.shape
    if Kh > H or Kw > W:
        raise ValueError('Kernel larger than image!')
    Y = np.zeros((H - Kh + 1, W - Kw + 1))
    for i in range(H - Kh + 1):
        total = 0
        for j in range(W - Kw + 1):
            for m in range(Kh):
                for n in range(Kw):
                    total += X[i + m, j + n] * K[m, n]
            Y[i, j] = total
    return Y
