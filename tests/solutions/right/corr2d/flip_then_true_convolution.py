import numpy as np

def conv2d_full(A, B):
    out = np.zeros((A.shape[0] + B.shape[0] - 1, A.shape[1] + B.shape[1] - 1))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            out[i:i + B.shape[0], j:j + B.shape[1]] += A[i, j] * B
    return out

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K too large for X")
    full = conv2d_full(np.asarray(X, float), np.asarray(K, float)[::-1, ::-1])
    return full[h - 1:X.shape[0], w - 1:X.shape[1]]
