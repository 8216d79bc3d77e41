# style: index arrays as in CS231n (k, i, j), transposed at the end
import numpy as np


def get_im2col_indices(x_shape, field_height, field_width, stride):
    C, H, W = x_shape
    out_height = (H - field_height) // stride + 1
    out_width = (W - field_width) // stride + 1
    i0 = np.tile(np.repeat(np.arange(field_height), field_width), C)
    i1 = stride * np.repeat(np.arange(out_height), out_width)
    j0 = np.tile(np.arange(field_width), field_height * C)
    j1 = stride * np.tile(np.arange(out_width), out_height)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), field_height * field_width).reshape(-1, 1)
    return k, i, j


def im2col(X, kernel, stride=1):
    k, i, j = get_im2col_indices(X.shape, kernel[0], kernel[1], stride)
    cols = X[k, i, j]
    return cols.T
