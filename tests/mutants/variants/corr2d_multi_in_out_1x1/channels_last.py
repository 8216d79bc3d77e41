"""Channels last, then a dense layer."""

import numpy as np


def corr2d_multi_in_out_1x1(X, K):
    pixels = np.moveaxis(X, 0, -1)
    mixed = pixels @ np.squeeze(K, axis=(2, 3)).T
    return mixed.transpose(2, 0, 1)
