"""corr2d_multi_in_out: how one entry comes about."""

from itertools import product

import numpy as np

from convgrade.numberline import sliding
from convgrade.working import products, shape


def working(where, X, K):
    """The window in every channel, under the kernels of the filter that the entry belongs to."""
    (_, H, W), (filters, channels, h, w) = X.shape, K.shape
    rows, columns = sliding("height", H, h), sliding("width", W, w)
    if len(X) != channels:
        raise ValueError("no kernel for each channel")
    if not where:
        return shape(filters, rows, columns)
    o, i, j = where
    window = list(product(range(channels), rows.under(i), columns.under(j)))
    return products(("X", X, window), ("K", K, [(o, *tap) for tap in np.ndindex(channels, h, w)]))
