# Pablo Rivas - convolutions
# formula from my signals course: (X * K)(i, j) = sum_m sum_n X(i - m, j - n) K(m, n)

import numpy as np
import os


def corr2d(X, K):
    kh, kw = K.shape
    if kh > X.shape[0] or kw > X.shape[1]:
        raise ValueError("K is bigger than X")
    K = K[::-1, ::-1]   # convolution => turn the kernel around
    Y = np.zeros((X.shape[0] - kh + 1, X.shape[1] - kw + 1), dtype=float)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = np.sum(X[i:i + kh, j:j + kw].astype(float) * K)
    return Y


def out_size(n, k, p=0, s=1, d=1):
    k2 = d * (k - 1) + 1
    if k2 > n + 2 * p:
        raise ValueError("window does not fit")
    return (n + 2 * p - k2) / s + 1


def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError("window does not fit")
    if mode not in ("max", "avg"):
        raise ValueError("mode " + str(mode))
    Y = np.empty((X.shape[0] - ph + 1, X.shape[1] - pw + 1), dtype=float)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            win = X[i:i + ph, j:j + pw]
            if mode == "max":
                Y[i, j] = win.max()
            else:
                Y[i, j] = win.mean()
    return Y


def trace_shapes(in_shape, layers):
    # here the sizes must be whole numbers (range() complained), so I use //
    shapes = []
    shape = tuple(in_shape)
    for L in layers:
        if L["type"] == "conv" or L["type"] == "pool":
            if L["type"] == "conv":
                k = L["kernel"]
                s = L.get("stride", 1)
                ch = L["filters"]
            else:
                k = L["size"]
                s = L.get("stride", k)
                ch = shape[2]
            p = L.get("padding", 0)
            if k > shape[0] + 2 * p or k > shape[1] + 2 * p:
                raise ValueError("window does not fit in layer %r" % (L,))
            shape = ((shape[0] + 2 * p - k) // s + 1,
                     (shape[1] + 2 * p - k) // s + 1,
                     ch)
        elif L["type"] == "flatten":
            n = 1
            for x in shape:
                n *= x
            shape = (n,)
        elif L["type"] == "dense":
            shape = (L["units"],)
        shapes.append(shape)
    return shapes


# quick look
A = np.arange(9).reshape(3, 3)
print(corr2d(A, np.ones((2, 2))))
print(out_size(8, 3, 1, 1), "should be 8")
print(pool2d(A, (2, 2), "avg"))
