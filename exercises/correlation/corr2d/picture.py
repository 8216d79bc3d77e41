"""corr2d: how one entry comes about."""

from itertools import product

import numpy as np

from convgrade.numberline import sliding
from convgrade.working import products, shape


def working(where, X, K):
    """The window under the kernel, entry by entry."""
    (H, W), (h, w) = X.shape, K.shape
    rows, columns = sliding("height", H, h), sliding("width", W, w)
    if not where:
        return shape(rows, columns)
    i, j = where
    window = list(product(rows.under(i), columns.under(j)))
    return products(("X", X, window), ("K", K, list(np.ndindex(h, w))))
