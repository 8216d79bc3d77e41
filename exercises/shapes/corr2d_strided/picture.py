"""corr2d_strided: how one entry comes about."""

from itertools import product

import numpy as np

from convgrade.numberline import sliding
from convgrade.working import products, shape


def working(where, X, K, stride):
    """The window under the kernel, entry by entry."""
    (H, W), (h, w), (sh, sw) = X.shape, K.shape, stride
    rows, columns = sliding("height", H, h, sh), sliding("width", W, w, sw)
    if not where:
        return shape(rows, columns)
    i, j = where
    window = list(product(rows.under(i), columns.under(j)))
    return products(("X", X, window), ("K", K, list(np.ndindex(h, w))))
