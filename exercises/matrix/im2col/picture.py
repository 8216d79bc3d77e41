"""im2col: how one entry comes about."""

from convgrade.numberline import sliding
from convgrade.working import copied, formula


def working(where, X, kernel, stride=1):
    """The pixel that this entry of the row's patch is."""
    (channels, H, W), (h, w) = X.shape, kernel
    rows, columns = sliding("height", H, h, stride), sliding("width", W, w, stride)
    if not where:
        lengths = f"(({rows.count})·({columns.count}), {channels}·{h}·{w})"
        return formula(lengths, (len(rows.windows) * len(columns.windows), channels * h * w), (rows, columns))
    row, column = where
    (i, j), (tap, b) = divmod(row, len(columns.windows)), divmod(column, w)
    c, a = divmod(tap, h)
    return copied("X", X, (c, rows.under(i)[a], columns.under(j)[b]), f"row {row} is patch ({i}, {j}) and column {column} its entry ({c}, {a}, {b})")
