import numpy as np


def corr2d(X, K):
    H, W = X.shape
    Kh, Kw = K.shape
    if Kh > H or Kw > W:
        raise ValueError("kernel larger than image")
    Y = np.zeros((H - Kh + 1, W - Kw + 1))
    for i in range(H - Kh + 1):
        for j in range(W - Kw + 1):
            acc = 0.0
            for a in range(Kh):
                for b in range(Kw):
                    acc += float(X[i + a, j + b]) * float(K[a, b])
            Y[i, j] = acc
    return Y
