"""Right solutions of six exercises in plain loops: the submission that every grader is timed on."""

import numpy as np


def corr2d(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("the kernel does not fit")
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + a, j + b] * K[a, b]
    return Y


def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("image and filter have different numbers of channels")
    channels, h, w = K.shape
    Y = np.zeros((X.shape[1] - h + 1, X.shape[2] - w + 1))
    for c in range(channels):
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                for a in range(h):
                    for b in range(w):
                        Y[i, j] += X[c, i + a, j + b] * K[c, a, b]
    return Y


def out_size(n, k, p=0, s=1, d=1):
    span = d * (k - 1) + 1
    if span > n + 2 * p:
        raise ValueError("the window does not fit")
    places, start = 0, 0
    while start + span <= n + 2 * p:
        places += 1
        start += s
    return places


def pool2d(X, pool_size, mode="max"):
    h, w = pool_size
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("the window does not fit")
    if mode not in ("max", "avg"):
        raise ValueError("the mode is neither max nor avg")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i : i + h, j : j + w]
            Y[i, j] = window.max() if mode == "max" else window.mean()
    return Y


def corr2d_strided(X, K, stride):
    (H, W), (h, w), (sh, sw) = X.shape, K.shape, stride
    Y = np.zeros(((H - h) // sh + 1, (W - w) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i * sh + a, j * sw + b] * K[a, b]
    return Y


def toeplitz_1d(k, n):
    if len(k) > n:
        raise ValueError("the kernel does not fit")
    T = np.zeros((n - len(k) + 1, n))
    for i in range(T.shape[0]):
        for a in range(len(k)):
            T[i, i + a] = k[a]
    return T
