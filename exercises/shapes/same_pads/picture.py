"""same_pads: how the zeros on either side come about."""

from convgrade.numberline import sliding_same
from convgrade.working import formula, shape


def working(where, n, k, s=1, d=1):
    """What the last window lacks, halved; the rest comes behind."""
    line = sliding_same("axis", n, k, s, d)
    span = f"{d}·({k} - 1) + 1" if d > 1 else f"{k}"
    total = f"max(({line.count} - 1)·{s} + {span} - {n}, 0)"
    before, after = formula(f"{total} // 2", line.before, (line,)), formula(f"{total} - {line.before}", line.after, (line,))
    return shape(before, after, at=where)
