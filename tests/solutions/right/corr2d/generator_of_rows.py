import numpy as np

def _rows(X, K):
    h, w = K.shape
    for top in range(X.shape[0] - h + 1):
        band = X[top:top + h]
        yield [float((band[:, left:left + w] * K).sum()) for left in range(X.shape[1] - w + 1)]

def corr2d(X, K):
    X = np.asarray(X, dtype=float)
    K = np.asarray(K, dtype=float)
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("the kernel is larger than the image")
    return np.array(list(_rows(X, K)))
