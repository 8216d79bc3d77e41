"""pool2d: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, mean_tolerance, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, refuses, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


def arguments(draw):
    """An image X (H, W), a window (ph, pw) that fits, and a mode, which is left out now and then."""
    ph, pw = draw.size(1, 3), draw.size(1, 3)
    rows, columns = draw.one_of(0, 1, 2, 3, 4), draw.one_of(0, 1, 2, 3, 4)
    X = draw.array(ph + rows, pw + columns)
    return draw.one_of((X, (ph, pw)), (X, (ph, pw), "max"), (X, (ph, pw), "avg"), (X, (ph, pw), "avg"))


def tolerance(X, pool_size, mode="max"):
    return mean_tolerance(pool_size[0] * pool_size[1], X) if mode == "avg" else sum_tolerance(1, X)


def is_roomy(X, size, mode="max"):
    """The window is no row or column, fits either way round with a place to spare, and no two pixels are alike."""
    return min(size) > 1 and min(X.shape) > max(size) and len(np.unique(X)) == X.size


def has_broken_means(X, size, mode="max"):
    """An average case in which truncation shows."""
    return mode == "avg" and not is_whole(np.lib.stride_tricks.sliding_window_view(X, size).mean((2, 3)))


def pooled(mode, shape):
    """A stratum: roomy cases of one mode whose window's height and width satisfy `shape`, on an image that is not square."""

    def belongs(X, size, given="max"):
        fits = given == mode and shape(*size) and is_roomy(X, size) and X.shape[0] != X.shape[1]
        return fits and (mode == "max" or has_broken_means(X, size, mode))

    return belongs


strata = {
    "average, square window": pooled("avg", lambda h, w: h == w),
    "average, wide window": pooled("avg", lambda h, w: h < w),
    "average, tall window": pooled("avg", lambda h, w: h > w),
    "maximum, square window": pooled("max", lambda h, w: h == w),
    "maximum, wide window": pooled("max", lambda h, w: h < w),
    "maximum, tall window": pooled("max", lambda h, w: h > w),
    "square image": lambda X, size, mode="max": X.shape[0] == X.shape[1] > max(size) > 1,
    "the mode left out": lambda *case: len(case) == 2 and max(case[1]) > 1,
    "maximum of negative numbers": lambda X, size, mode="max": mode == "max" and X.max() < 0 and max(size) > 1,
    "maximum of both signs": lambda X, size, mode="max": mode == "max" and X.max() > 0 > X.min() and min(size) > 1,
    "average of both signs": lambda X, size, mode="max": mode == "avg" and X.max() > 0 > X.min() and min(size) > 1,
    "window of one pixel": lambda X, size, mode="max": size == (1, 1) and X.size > 1,
    "window as large as the image": lambda X, size, mode="max": X.shape == size and min(size) > 1,
    "window as tall as the image": lambda X, size, mode="max": X.shape[0] == size[0] > 1 and X.shape[1] > size[1],
    "window as wide as the image": lambda X, size, mode="max": X.shape[1] == size[1] > 1 and X.shape[0] > size[0],
    "image of one row": lambda X, size, mode="max": X.shape[0] == 1 and size[1] > 1,
    "image of one column": lambda X, size, mode="max": X.shape[1] == 1 and size[0] > 1,
}


@law(times=100)
def has_the_valid_shape(f, *case):
    """A window of height ph has H - ph + 1 places on an image of height H, and so for the width."""
    expected = tuple(n - k + 1 for n, k in zip(case[0].shape, case[1], strict=True))
    shape = f(*case).shape
    require(shape == expected, f, case, f"Your result has shape {shape}; it should be {expected}.")


@law(times=100)
def stays_within_the_window(f, *case):
    """No entry is above the largest or below the smallest of its window; a maximum is one of its entries."""
    windows = np.lib.stride_tricks.sliding_window_view(case[0], case[1])
    low, high, slack = windows.min((2, 3)), windows.max((2, 3)), 1e-6 * np.abs(case[0]).max()
    Y = f(*case)
    inside = bool(np.all((low - slack <= Y) & (high + slack >= Y)))
    require(inside, f, case, "An entry of your result lies outside what its window holds.")


@law(where=is_roomy, times=4)
def a_constant_added_is_added(f, X, size, mode="max"):
    """Adding c to every pixel adds c to every entry."""
    agree(f, (X - 40, size, mode), f(X, size, mode) - 40, 2 * tolerance(X, size, mode))


@law(where=is_roomy, times=3)
def a_positive_factor_is_kept(f, X, size, mode="max"):
    """Multiplying every pixel by a positive number multiplies every entry by it."""
    area = size[0] * size[1]
    agree(f, (area * (X - 9), size, mode), area * f(X - 9, size, mode), (area + 1) * tolerance(X, size, mode))


@law(where=is_roomy, times=3)
def rows_and_columns_may_trade_places(f, X, size, mode="max"):
    """Transposing the image and the window transposes the result."""
    agree(f, (X.T.copy(), size[::-1], mode), f(X, size, mode).T, 2 * tolerance(X, size, mode))


@law(where=is_roomy, times=3)
def rows_then_columns(f, X, size, mode="max"):
    """Pooling with (ph, 1) and the result with (1, pw) is pooling with (ph, pw)."""
    X = X * size[0] * size[1]
    down = f(X, (size[0], 1), mode)
    agree(f, (down, (1, size[1]), mode), f(X, size, mode), 3 * tolerance(X, size, mode))


@law(where=is_roomy, times=3)
def a_row_less_is_a_row_less(f, X, size, mode="max"):
    """Without its first row the image gives the same result without its first row; so for the last column."""
    agree(f, (X[1:], size, mode), f(X, size, mode)[1:], 2 * tolerance(X, size, mode))
    agree(f, (X[:, :-1], size, mode), f(X, size, mode)[:, :-1], 2 * tolerance(X, size, mode))


@law(where=lambda X, size, mode="max": mode == "max" and is_roomy(X, size), times=3)
def a_bright_pixel_fills_its_windows(f, X, size, mode="max"):
    """A pixel brighter than all others is the maximum of every window that holds it."""
    bright = X.copy()
    row, column = size[0] - 1, size[1]
    bright[row, column] = 1000
    places = [n - k + 1 for n, k in zip(X.shape, size, strict=True)]
    agree(f, (bright, size, mode), np.where(sees(places, size, row, column), 1000, f(X, size, mode)))


def sees(shape, size, row, column):
    """Which windows of an output of this shape hold the pixel."""
    i, j = np.ogrid[: shape[0], : shape[1]]
    return (i <= row) & (row < i + size[0]) & (j <= column) & (column < j + size[1])


@law(where=lambda X, size, mode="max": mode == "avg" and is_roomy(X, size), times=2)
def averages_add_up(f, X, size, mode="max"):
    """The average of a sum of images is the sum of their averages."""
    area, X = size[0] * size[1], X - X.min()
    Z = (area - 1) * X + area * X[::-1, ::-1]
    agree(f, (X + Z, size, "avg"), f(X, size, "avg") + f(Z, size, "avg"), 3 * tolerance(X, size, "avg"))


@contract(where=is_roomy, times=2)
def refuses_a_window_that_does_not_fit(f, X, size, mode="max"):
    """A window that is taller or wider than the image raises ValueError."""
    (H, W), (h, w) = X.shape, size
    for shape, how in ((H + 1, w), "taller"), ((h, W + 1), "wider"):
        refuses(f, (X, shape, mode), f"the window is {how} than the image")


@contract(where=is_roomy, times=1)
def refuses_a_window_that_fits_neither_way(f, X, size, mode="max"):
    """A window that is both taller and wider than the image raises ValueError."""
    for more in (1, 2):
        refuses(f, (X, (X.shape[0] + more, X.shape[1] + more), mode), "the window is taller and wider than the image")


@contract(where=is_roomy, times=1)
def refuses_any_other_mode(f, X, size, mode="max"):
    """A mode that is neither 'max' nor 'avg' raises ValueError."""
    for other in ("min", "MAX"):
        refuses(f, (X, size, other), f"there is no mode {other!r}")


@contract(where=lambda X, *window: is_whole(X) and has_broken_means(X, *window), times=3)
def does_not_truncate_integers(f, X, size, mode="max"):
    """An image of integers gives the same numbers as the same image of floats."""
    agree(f, (X.astype(np.int64), size, mode), f(X, size, mode), tolerance(X, size, mode))
