# נועה לוי / Noa Levi
# exercise 3 - channels and matrices
import numpy as np


def corr2d(X, K):
    oh, ow = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    if oh <= 0 or ow <= 0:
        raise ValueError("kernel larger than image")
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            Y[i, j] = np.dot(X[i:i + K.shape[0], j:j + K.shape[1]].ravel().astype(float), K.ravel())
    return Y


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("number of channels")
    Y = corr2d(X[0], K[0])
    for c in range(1, X.shape[0]):
        Y += corr2d(X[c], K[c])
    print(Y)


def corr2d_multi_in_out(X, K):
    maps = np.zeros((K.shape[0], X.shape[1] - K.shape[2] + 1, X.shape[2] - K.shape[3] + 1))
    for o in range(K.shape[0]):
        for c in range(K.shape[1]):
            maps[o] += corr2d(X[c], K[o, c])
    return maps


def corr2d_multi_in_out_1x1(X, K):
    ci, h, w = X.shape
    co = K.shape[0]
    pixels = X.reshape(h * w, ci)                 # one row per pixel
    mixed = pixels @ K.reshape(co, ci).T.astype(float)
    return mixed.T.reshape(co, h, w)


def toeplitz_1d(k, n):
    if len(k) > n:
        raise ValueError("kernel longer than signal")
    T = np.zeros((n - len(k) + 1, n))
    for i in range(len(T)):
        T[i, i:i + len(k)] = k[::-1]
    return T


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    M = []
    for i in range(H - K.shape[0] + 1):
        for j in range(W - K.shape[1] + 1):
            row = np.zeros((H, W))
            row[i:i + K.shape[0], j:j + K.shape[1]] = K
            M.append(row.flatten())
    return np.array(M)


def im2col(X, kernel, stride=1):
    Kh, Kw = kernel
    patches = []
    for top in range(0, X.shape[1] - Kh + 1, stride):
        for left in range(0, X.shape[2] - Kw + 1, stride):
            patches.append(list(X[:, top:top + Kh, left:left + Kw].flat))
    return patches


def pool_nhwc(x, size, mode="max"):
    N, H, W, C = x.shape
    H2, W2 = H // size, W // size
    x = x[:, :H2 * size, :W2 * size, :].astype(float)
    x = x.reshape(N, H2, size, W2, size, C).swapaxes(2, 3).reshape(N, H2, W2, size * size, C)
    return x.max(axis=3) if mode == "max" else x.mean(axis=3)


corr2d_multi_in(np.stack([np.arange(9).reshape(3, 3), np.arange(1, 10).reshape(3, 3)]),
                np.stack([np.arange(4).reshape(2, 2), np.arange(1, 5).reshape(2, 2)]))
