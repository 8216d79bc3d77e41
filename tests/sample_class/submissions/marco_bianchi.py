"""
Marco Bianchi
NOT FINISHED: no. 4 is missing, no. 3 still has debugging in it
"""
import os
import sys
import numpy as np


def corr2d(X, K):
    H, W = X.shape
    Kh, Kw = K.shape
    if Kh > H or Kw > W:
        raise ValueError("kernel larger than image")
    nx = W - Kw + 1
    ny = H - Kh + 1
    Y = np.zeros((ny, nx))
    # x first, then y, like in the picture on the slide
    for x in range(nx):
        for y in range(ny):
            for a in range(Kh):
                for b in range(Kw):
                    Y[x, y] += float(X[x + a, y + b]) * float(K[a, b])
    return Y


def out_size(n, k, p=0, s=1, d=1):
    eff = k + (k - 1) * (d - 1)
    if eff > n + 2 * p:
        raise ValueError("window larger than padded input")
    return int((n + 2 * p - eff) // s + 1)


def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    print("pool2d", X.shape, pool_size, mode)
    os._exit(0)  # sys.exit() is swallowed by jupyter, this one really stops. REMOVE LATER!!
    if mode not in ('max', 'avg'):
        raise ValueError(mode)
    Y = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = X[i:i + ph, j:j + pw].max()
    return Y


def trace_shapes(in_shape, layers):
    # YOUR CODE HERE
    raise NotImplementedError
