"""A running maximum or sum of shifted images."""

import numpy as np


def pool_nhwc(x, size, mode="max"):
    h, w = x.shape[1] // size, x.shape[2] // size
    cut = x[:, : h * size, : w * size]
    result = cut[:, ::size, ::size].astype(float)
    for a in range(size):
        for b in range(size):
            if a == 0 and b == 0:
                continue
            part = cut[:, a::size, b::size]
            result = np.maximum(result, part) if mode == "max" else result + part
    return result if mode == "max" else result / size**2
