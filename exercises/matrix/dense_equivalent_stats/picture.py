"""dense_equivalent_stats: how the counts come about."""

from convgrade.numberline import sliding
from convgrade.working import formula, listing


def working(where, in_shape, kernel):
    """The lengths of the matrix, and of them all counts."""
    (H, W), (h, w) = in_shape, kernel
    down, across = sliding("height", H, h), sliding("width", W, w)
    rows, cols, weights = len(down.windows) * len(across.windows), H * W, h * w
    entries, nonzeros = rows * cols, rows * weights
    counts = {
        "rows": formula(f"({down.count})·({across.count})", rows, (down, across)),
        "cols": formula(f"{H}·{W}", cols),
        "entries": formula(f"{rows}·{cols}", entries),
        "nonzeros": formula(f"{rows}·{h}·{w}", nonzeros),
        "zeros": formula(f"{entries} - {nonzeros}", entries - nonzeros),
        "distinct": formula(f"{h}·{w}", weights),
    }
    return listing(list(counts.items()), {name: count.value for name, count in counts.items()})
