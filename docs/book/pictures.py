"""The pictures of the book, by name.

They are made of the panels that feedback is made of, and their numbers come from the exercises' own workings and references: what is drawn is
what is checked. Nothing here is typed that can be computed.
"""

import numpy as np
from sketch import WINDOW, Picture, axes, entry_of, marked, nonzero, result, seen_by_one, shown, toned, who_sees_whom, working

from convgrade.numberline import sliding, sliding_same
from convgrade.panels import Panel, axis_panel, panels_of

# What the chapters' cells define, too: a test compares.
EXAMPLES: dict[str, dict[str, np.ndarray]] = {
    "correlation": {
        "X": np.array([[1, 0, 2, 1], [3, 1, 0, 2], [0, 2, 1, 1]]),
        "K": np.array([[1, 2], [0, -1]]),
    },
    "channels": {
        "X": np.array([[[1, 0, 2], [0, 1, 1], [2, 1, 0]], [[0, 1, 0], [2, 0, 1], [1, 1, 3]]]),
        "K": np.array([[[1, 0], [0, 1]], [[0, 2], [1, 0]]]),
        "M": np.array([[1, 2], [0, -1], [3, 1]]),
    },
    "pooling": {"X": np.array([[1, 5, -2, -3], [3, 2, -1, -4], [0, -3, 6, 2], [1, 4, 2, 7]])},
    "matrix": {
        "k": np.array([2, -1]),
        "x": np.array([1, 3, 0, 2]),
        "X": np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]),
        "K": np.array([[1, 2], [3, 4]]),
    },
}
SEVEN = np.array([[int(c) for c in row] for row in ("0000000", "0111110", "0000010", "0000100", "0000100", "0001000", "0001000", "0000000")])


def one_window() -> Picture:
    X, K = example("correlation", "X", "K")
    return entry_of("corr2d", (0, 1), X=X, K=K)


def all_windows() -> Picture:
    X, K = example("correlation", "X", "K")
    places = np.ndindex(result("corr2d", X, K).shape)
    return Picture(tuple(panel for i, j in places for panel in panels_of(f"at ({i}, {j})", X, marked(working("corr2d", (i, j), X=X, K=K), "X"))))


def impulse() -> Picture:
    X, K = np.zeros((3, 3)), example("matrix", "K")[0]
    X[1, 1] = 1
    return shown(image=X, kernel=K, correlation=result("corr2d", X, K))


def edges() -> Picture:
    """A seven of ones, and where two kernels answer."""
    across, down = np.array([[1, -1]]), np.array([[1], [-1]])
    maps = {"image": SEVEN, "with [[1, -1]]": result("corr2d", SEVEN, across), "with [[1], [-1]]": result("corr2d", SEVEN, down)}
    return Picture(tuple(toned(name, values) for name, values in maps.items()))


def two_channels() -> Picture:
    X, K = example("channels", "X", "K")
    return entry_of("corr2d_multi_in", (0, 0), X=X, K=K)


def channel_maps() -> Picture:
    X, K = example("channels", "X", "K")
    maps = [result("corr2d", *pair) for pair in zip(X, K, strict=True)]
    return shown(**{"from X[0]": maps[0], "from X[1]": maps[1], "their sum": np.add(*maps)})


def two_filters() -> Picture:
    X, K = example("channels", "X", "K")
    filters = np.stack([K, np.ones_like(K)])
    return entry_of("corr2d_multi_in_out", (1, 0, 0), X=X, K=filters)


def one_pixel() -> Picture:
    X, M = example("channels", "X", "M")
    return entry_of("corr2d_multi_in_out_1x1", (2, 0, 1), X=X, K=M[:, :, None, None])


def whole_layer() -> Picture:
    x, k, b = np.arange(1.0, 17).reshape(1, 4, 4, 1), np.arange(1.0, 10).reshape(3, 3, 1, 1), np.array([100.0])
    return entry_of("conv2d_nhwc", (0, 1, 1, 0), x=x, k=k, b=b, stride=(2, 2), padding="same")


def places() -> Picture:
    return axes(sliding("axis", 8, 3))


def padded_places() -> Picture:
    return axes(sliding("axis", 5, 3, padding=1))


def strides() -> Picture:
    return axes(sliding("axis", 8, 3, stride=2), sliding("axis", 8, 3, stride=3))


def dilated() -> Picture:
    return axes(sliding("axis", 9, 3, dilation=3))


def named_paddings() -> Picture:
    """Valid, same and full on one axis."""
    lines = {"valid": sliding("axis", 4, 3), "same": sliding_same("axis", 4, 3), "full": sliding("axis", 4, 3, padding=2)}
    return Picture(tuple(Panel(f"{name}: {len(line.windows)}", axis_panel(line).rows) for name, line in lines.items()))


def same_split() -> Picture:
    return axes(sliding_same("axis", 7, 4, stride=3))


def strided_windows() -> Picture:
    X, K = np.arange(1, 21).reshape(4, 5), np.ones((2, 2))
    found = [(place, marked(working("corr2d_strided", place, X=X, K=K, stride=(2, 2)), "X")) for place in np.ndindex(2, 2)]
    return Picture(tuple(panel for (i, j), marks in found for panel in panels_of(f"at ({i}, {j})", X, marks)))


def receptive_field() -> Picture:
    """What one output of two layers looks at, the first with stride 1 or 2."""
    return Picture(tuple(seen_by_one(f"first stride {stride}", 9, stride) for stride in (1, 2)))


def groups() -> Picture:
    return Picture((who_sees_whom(1), who_sees_whom(2)))


def pooled() -> Picture:
    return entry_of("pool", (0, 1), X=example("pooling", "X")[0], size=(2, 2))


def averaged() -> Picture:
    return entry_of("pool", (0, 0), X=example("pooling", "X")[0], size=(2, 2), mode="avg")


def pooled_at_the_border() -> Picture:
    return entry_of("pool", (1, 1), X=example("pooling", "X")[0], size=(3, 3), stride=(2, 2), padding="same", mode="avg")


def toeplitz() -> Picture:
    k, x = example("matrix", "k", "x")
    T = result("toeplitz_1d", k, len(x))
    return shown(T=T, x=x[:, None], **{"T @ x": T @ x[:, None]}, marks={"T": nonzero(T)})


def image_as_a_vector() -> Picture:
    K = example("matrix", "K")[0]
    X, M = np.arange(9).reshape(3, 3), result("corr2d_matrix", K, (3, 3))
    window = marked(working("corr2d", (1, 0), X=X, K=K), "X")
    row = {(2, 3 * r + c): WINDOW for r, c in window}
    return shown(pixels=X, M=M, marks={"pixels": dict.fromkeys(window, WINDOW), "M": row})


def one_patch() -> Picture:
    X = example("matrix", "X")[0]
    patches = result("im2col", X[None], (2, 2))
    window = marked(working("corr2d", (1, 0), X=X, K=np.ones((2, 2))), "X")
    return shown(X=X, patches=patches, marks={"X": dict.fromkeys(window, WINDOW), "patches": {(3, column): WINDOW for column in range(4)}})


def example(chapter: str, *names: str) -> list[np.ndarray]:
    return [EXAMPLES[chapter][name] for name in names]
