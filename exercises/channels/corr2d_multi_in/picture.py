"""corr2d_multi_in: how one entry comes about."""

from itertools import product

import numpy as np

from convgrade.numberline import sliding
from convgrade.working import products, shape


def working(where, X, K):
    """The window in every channel, each under its own kernel."""
    (channels, H, W), (_, h, w) = X.shape, K.shape
    rows, columns = sliding("height", H, h), sliding("width", W, w)
    if len(K) != channels:
        raise ValueError("no kernel for each channel")
    if not where:
        return shape(rows, columns)
    i, j = where
    window = list(product(range(channels), rows.under(i), columns.under(j)))
    return products(("X", X, window), ("K", K, list(np.ndindex(channels, h, w))))
