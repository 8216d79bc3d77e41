"""toeplitz_1d: how one entry comes about."""

from convgrade.numberline import sliding
from convgrade.working import copied, formula, shape


def working(where, k, n):
    """A tap of the kernel where it lies in this row, and 0 beside it."""
    line = sliding("signal", n, len(k))
    if not where:
        return shape(line, n)
    i, j = where
    start, stop = line.windows[i]
    if j >= n:
        raise IndexError
    if start <= j < stop:
        return copied("k", k, (j - start,), f"in row {i} the kernel begins at column {start}")
    return formula("0", 0, because=f"in row {i} the kernel {f'begins at column {start}' if j < start else f'ends at column {stop - 1}'}")
