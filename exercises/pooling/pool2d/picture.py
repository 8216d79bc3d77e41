"""pool2d: how one entry comes about."""

from itertools import product

from convgrade.numberline import sliding
from convgrade.working import largest, mean, shape


def working(where, X, pool_size, mode="max"):
    """The window, and its largest entry or its mean."""
    (H, W), (ph, pw), pooled = X.shape, pool_size, {"max": largest, "avg": mean}[mode]
    rows, columns = sliding("height", H, ph), sliding("width", W, pw)
    if not where:
        return shape(rows, columns)
    i, j = where
    return pooled("X", X, list(product(rows.under(i), columns.under(j))))
