# Lena Fischer, solutions for the four exercises
# (the helper functions are in helpers.py)
import math

import numpy as np

from helpers import windows, empty_result


def corr2d(X, K):
    h, w = K.shape
    Y = empty_result(X, h, w)
    for i, j, piece in windows(X, h, w):
        Y[i, j] = (piece * K).sum()
    return Y


def out_size(n, k, p=0, s=1, d=1):
    k_eff = d * (k - 1) + 1
    if k_eff > n + 2 * p:
        raise ValueError("window does not fit")
    return int((n + 2 * p - k_eff) // s) + 1


def pool2d(X, pool_size, mode='max'):
    functions = {'max': np.max, 'avg': np.mean}
    if mode not in functions:
        raise ValueError("mode must be 'max' or 'avg'")
    h, w = pool_size
    Y = empty_result(X, h, w)
    for i, j, piece in windows(X, h, w):
        Y[i, j] = functions[mode](piece)
    return Y


def trace_shapes(in_shape, layers):
    shapes = []
    shape = tuple(in_shape)

    def step(n, k, s, p):
        if k > n + 2 * p:
            raise ValueError("window does not fit")
        # the last window may hang over the border, it still counts
        return math.ceil((n + 2 * p - k) / s) + 1

    for layer in layers:
        if layer['type'] == 'conv':
            k, s, p = layer['kernel'], layer.get('stride', 1), layer.get('padding', 0)
            shape = (step(shape[0], k, s, p), step(shape[1], k, s, p), layer['filters'])
        elif layer['type'] == 'pool':
            k, p = layer['size'], layer.get('padding', 0)
            s = layer.get('stride', k)
            shape = (step(shape[0], k, s, p), step(shape[1], k, s, p), shape[2])
        elif layer['type'] == 'flatten':
            shape = (math.prod(shape),)
        elif layer['type'] == 'dense':
            shape = (layer['units'],)
        shapes.append(shape)
    return shapes


if __name__ == '__main__':
    X = np.arange(9).reshape(3, 3)
    print(corr2d(X, np.arange(4).reshape(2, 2)))
    print(pool2d(X, (2, 2)), pool2d(X, (2, 2), 'avg'))
