#!/usr/bin/env python
# Ivan Horvat, vježba 4 (sažimanje)
from math import ceil, floor
import numpy as np


def pool2d(X, pool_size, mode='max'):
    if mode != 'max' and mode != 'avg':
        raise ValueError('nepoznat način')
    if pool_size[0] > X.shape[0] or pool_size[1] > X.shape[1]:
        raise ValueError('prozor je veći od slike')
    Y = np.zeros((X.shape[0] - pool_size[0] + 1, X.shape[1] - pool_size[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i:i + pool_size[0], j:j + pool_size[1]]
            if mode == 'max':
                Y[i, j] = window.max()
            else:
                Y[i, j] = window.sum() // window.size
    return Y


def pool_nhwc(x, size, mode='max'):
    n, h, w, c = x.shape
    y = np.zeros((n, h // size, w // size, c))
    for i in range(h // size):
        for j in range(w // size):
            block = x[:, i * size:(i + 1) * size, j * size:(j + 1) * size, :]
            if mode == 'max':
                y[:, i, j, :] = block.max(axis=1).max(axis=1)
            else:
                y[:, i, j, :] = block.sum(axis=1).sum(axis=1) / 4
    return y


def same_pads(n, k, s=1, d=1):
    total = max((ceil(n / s) - 1) * s + (k - 1) * d + 1 - n, 0)
    return floor(total / 2), ceil(total / 2)


def pool(X, size, stride=None, padding='valid', mode='max'):
    if stride is None:
        stride = size
    if padding == 'same':
        X = np.pad(X, (same_pads(X.shape[0], size[0], stride[0]), same_pads(X.shape[1], size[1], stride[1])))
    rows = range(0, X.shape[0] - size[0] + 1, stride[0])
    cols = range(0, X.shape[1] - size[1] + 1, stride[1])
    f = np.max if mode == 'max' else np.mean
    return np.array([[f(X[r:r + size[0], c:c + size[1]]) for c in cols] for r in rows], dtype=float)


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    x = x.astype(float)
    if padding == 'same':
        pads = [(0, 0)]
        for axis in (1, 2):
            pads.append(same_pads(x.shape[axis], k.shape[axis - 1], stride[axis - 1])[::-1])
        pads.append((0, 0))
        x = np.pad(x, pads)
    ho = (x.shape[1] - k.shape[0]) // stride[0] + 1
    wo = (x.shape[2] - k.shape[1]) // stride[1] + 1
    y = np.zeros((x.shape[0], ho, wo, k.shape[3]))
    for i in range(ho):
        for j in range(wo):
            piece = x[:, i * stride[0]:i * stride[0] + k.shape[0], j * stride[1]:j * stride[1] + k.shape[1]]
            for o in range(k.shape[3]):
                y[:, i, j, o] = (piece * k[..., o]).sum(axis=(1, 2, 3)) + b[o]
    return y


def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if padding == 'valid':
        sizes = [len(range(0, n - k + 1, s)) for n, k, s in zip(in_shape, kernel, stride)]
        if 0 in sizes:
            raise ValueError('jezgra ne stane u sliku')
        return tuple(sizes)
    if padding == 'same':
        return tuple(len(range(0, n, s)) for n, s in zip(in_shape, stride))
    if padding == 'full':
        return tuple(len(range(0, n + k - 1, s)) for n, k, s in zip(in_shape, kernel, stride))
    raise ValueError('padding: ' + str(padding))


def corr2d_strided(X, K, stride):
    ho, wo = conv_shape(X.shape, K.shape, stride)
    return np.array([[(X[i * stride[0]:, j * stride[1]:][:K.shape[0], :K.shape[1]].astype(float) * K).sum()
                      for j in range(wo)] for i in range(ho)])
