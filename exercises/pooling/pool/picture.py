"""pool: how one entry comes about."""

from itertools import product

from convgrade.numberline import sliding, sliding_same
from convgrade.working import largest, mean, shape


def working(where, X, size, stride=None, padding="valid", mode="max"):
    """What the window holds of the image, and its largest entry or its mean."""
    (H, W), (ph, pw), (sh, sw) = X.shape, size, stride or size
    slide, pooled = {"valid": sliding, "same": sliding_same}[padding], {"max": largest, "avg": mean}[mode]
    rows, columns = slide("height", H, ph, sh), slide("width", W, pw, sw)
    if not where:
        return shape(rows, columns)
    i, j = where
    return pooled("X", X, list(product(rows.under(i), columns.under(j))))
