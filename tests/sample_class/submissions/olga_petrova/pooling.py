import numpy as np
from olga_petrova.shapes import conv_shape, same_pads
from .helpers import fits, pad, slide


def _number(piece, mode):
    real = piece[~np.isnan(piece)]
    return real.max() if mode == 'max' else real.mean()


def pool(X, size, stride=None, padding='valid', mode='max'):
    if stride is None:
        stride = size
    Y = np.zeros(conv_shape(X.shape, size, stride, padding))
    if padding == 'same':
        X = pad(X, same_pads(X.shape[0], size[0], stride[0]), same_pads(X.shape[1], size[1], stride[1]), np.nan)
    for i, j, piece in slide(X.astype(float), *size, *stride):
        Y[i, j] = _number(piece, mode)
    return Y


def pool2d(X, pool_size, mode='max'):
    fits(pool_size, X.shape)
    if mode not in ('max', 'avg'):
        raise ValueError("mode")
    return pool(X, pool_size, stride=(1, 1), mode=mode)


def pool_nhwc(x, size, mode='max'):
    by_image = [[pool(image[:, :, c], (size, size), mode=mode) for c in range(x.shape[3])] for image in x]
    return np.array(by_image).transpose(0, 2, 3, 1)
