"""corr2d_matrix: how one entry comes about."""

from convgrade.numberline import sliding
from convgrade.working import copied, formula


def working(where, K, in_shape):
    """A tap of the kernel if the window of the row's output holds the column's pixel, otherwise 0."""
    (H, W), (h, w) = in_shape, K.shape
    rows, columns = sliding("height", H, h), sliding("width", W, w)
    if not where:
        lengths = f"(({rows.count})·({columns.count}), {H}·{W})"
        return formula(lengths, (len(rows.windows) * len(columns.windows), H * W), (rows, columns))
    row, column = where
    (i, j), (r, c) = divmod(row, len(columns.windows)), divmod(column, W)
    down, across = rows.under(i), columns.under(j)
    if r >= H:
        raise IndexError
    places = f"row {row} is output ({i}, {j}) and column {column} pixel ({r}, {c})"
    if r in down and c in across:
        return copied("K", K, (down.index(r), across.index(c)), places)
    return formula("0", 0, because=f"{places}, which its window does not hold")
