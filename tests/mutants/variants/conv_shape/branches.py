"""Branch by branch."""

import math


def conv_shape(in_shape, kernel, stride=(1, 1), padding="valid"):
    H, W = in_shape
    h, w = kernel
    sh, sw = stride
    if padding == "valid":
        if h > H or w > W:
            raise ValueError
        return (H - h) // sh + 1, (W - w) // sw + 1
    if padding == "same":
        return math.ceil(H / sh), math.ceil(W / sw)
    if padding == "full":
        return (H + 2 * (h - 1) - h) // sh + 1, (W + 2 * (w - 1) - w) // sw + 1
    raise ValueError("unknown padding")
