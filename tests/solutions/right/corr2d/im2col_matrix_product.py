import numpy as np


def im2col(X, kh, kw):
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    cols = np.empty((kh * kw, oh * ow))
    for a in range(kh):
        for b in range(kw):
            cols[a * kw + b] = X[a:a + oh, b:b + ow].reshape(-1)
    return cols, oh, ow


def corr2d(X, K):
    X, K = np.asarray(X), np.asarray(K)
    kh, kw = K.shape
    if kh > X.shape[0]:
        raise ValueError("kernel too tall")
    if kw > X.shape[1]:
        raise ValueError("kernel too wide")
    cols, oh, ow = im2col(X, kh, kw)
    return (K.reshape(1, -1) @ cols).reshape(oh, ow)
