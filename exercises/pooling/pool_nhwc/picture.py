"""pool_nhwc: how one entry comes about."""

from itertools import product

from convgrade.numberline import sliding
from convgrade.working import largest, mean, shape


def working(where, x, size, mode="max"):
    """The block in its image and channel, and its largest entry or its mean."""
    (images, H, W, channels), pooled = x.shape, {"max": largest, "avg": mean}[mode]
    rows, columns = sliding("height", H, size, size), sliding("width", W, size, size)
    if not where:
        return shape(images, rows, columns, channels)
    n, i, j, c = where
    return pooled("x", x, list(product([n], rows.under(i), columns.under(j), [c])))
