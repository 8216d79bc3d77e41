"""conv_shape: how height and width come about."""

from convgrade.numberline import sliding, sliding_same
from convgrade.working import shape


def working(where, in_shape, kernel, stride=(1, 1), padding="valid"):
    """The windows on either axis, counted."""
    (H, W), (h, w), (sh, sw) = in_shape, kernel, stride
    slide = {"valid": sliding, "same": sliding_same, "full": sliding_full}[padding]
    return shape(slide("height", H, h, sh), slide("width", W, w, sw), at=where)


def sliding_full(axis, n, k, s):
    return sliding(axis, n, k, s, padding=k - 1)
