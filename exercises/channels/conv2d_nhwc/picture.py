"""conv2d_nhwc: how one entry comes about."""

from itertools import product

import numpy as np

from convgrade.numberline import sliding, sliding_same
from convgrade.working import products, shape


def working(where, x, k, b, stride=(1, 1), padding="valid"):
    """The window in every channel, padding as zeros, under the filter that the entry belongs to, and the bias."""
    (images, H, W, _), (h, w, channels, filters), (sh, sw) = x.shape, k.shape, stride
    if x.shape[3] != channels:
        raise ValueError("no kernel for each channel")
    slide = {"valid": sliding, "same": sliding_same}[padding]
    rows, columns = slide("height", H, h, sh), slide("width", W, w, sw)
    if not where:
        return shape(images, rows, columns, filters)
    n, i, j, o = where
    window = list(product([n], rows.under(i), columns.under(j), range(channels)))
    return products(("x", x, window), ("k", k, [(*tap, o) for tap in np.ndindex(h, w, channels)]), plus=("b", b, (o,)))
