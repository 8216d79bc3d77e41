import numpy as np

from .helpers import fits, pad, slide
from . import shapes


def corr2d_strided(X, K, stride):
    Y = np.zeros(shapes.conv_shape(X.shape, K.shape, stride))
    for i, j, piece in slide(X.astype(float), *K.shape, *stride):
        Y[i, j] = np.sum(piece * K)
    return Y


def corr2d(X, K):
    fits(K.shape, X.shape)
    return corr2d_strided(X, K, (1, 1))


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("разное число каналов")
    Y = corr2d(X[0], K[0])
    for x, k in zip(X[1:], K[1:]):
        Y += corr2d(x, k)
    return Y


def corr2d_multi_in_out(X, K):
    return np.concatenate([corr2d_multi_in(X, k)[np.newaxis] for k in K])


def corr2d_multi_in_out_1x1(X, K):
    pixels = X.reshape(X.shape[0], -1).T.astype(float)       # одна строка на пиксель
    weights = K.reshape(K.shape[0], -1).T
    return (pixels @ weights).T.reshape(-1, *X.shape[1:])


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    Kh, Kw = k.shape[:2]
    results = []
    for image in x:
        if padding == 'same':
            image = pad(image, shapes.same_pads(image.shape[0], Kh, stride[0]), shapes.same_pads(image.shape[1], Kw, stride[1]))
        Y = np.zeros(shapes.conv_shape(image.shape[:2], (Kh, Kw), stride) + (k.shape[3],))
        for i, j, piece in slide(image.astype(float), Kh, Kw, *stride):
            Y[i, j] = (piece[..., np.newaxis] * k).sum(axis=(0, 1, 2)) + b
        results.append(Y)
    return np.array(results)
