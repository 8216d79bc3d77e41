"""out_size: how the number comes about."""

from convgrade.numberline import sliding
from convgrade.working import formula


def working(where, n, k, p=0, s=1, d=1):
    """The windows on the padded axis, counted."""
    line = sliding("axis", n, k, s, p, d)
    return formula(line.count, len(line.windows), (line,))
