"""All windows at once."""

import math

import numpy as np


def pads(n, k, s):
    total = max((math.ceil(n / s) - 1) * s + k - n, 0)
    return total // 2, total - total // 2


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    if padding == "same":
        x = np.pad(x, ((0, 0), pads(x.shape[1], k.shape[0], stride[0]), pads(x.shape[2], k.shape[1], stride[1]), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape[:2], axis=(1, 2))
    windows = windows[:, :: stride[0], :: stride[1]]
    return np.einsum("nijcab,abco->nijo", windows, k) + b
