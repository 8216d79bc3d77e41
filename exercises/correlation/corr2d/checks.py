"""corr2d: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, refuses, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


def arguments(draw):
    """An image X (H, W) and a kernel K (Kh, Kw) that fits."""
    kh, kw = draw.size(1, 4), draw.size(1, 4)
    rows = draw.one_of(0, 1, 2, 3, 4)
    columns = draw.one_of(0, 1, 2, 3, 4)
    return draw.array(kh + rows, kw + columns), draw.array(kh, kw)


def tolerance(X, K):
    return sum_tolerance(K.size, X, K)


strata = {
    "kernel of one pixel": lambda X, K: K.size == 1 and X.size > 1,
    "square image, square kernel": lambda X, K: X.shape[0] == X.shape[1] > K.shape[0] == K.shape[1] > 1,
    "square kernel, tall image": lambda X, K: X.shape[0] > X.shape[1] + 1 and K.shape[0] == K.shape[1] > 1 and is_varied(X, K),
    "square image, kernel that is not": lambda X, K: X.shape[0] == X.shape[1] and K.shape[0] != K.shape[1] and is_varied(X, K),
    "square kernel, wide image": lambda X, K: X.shape[0] < X.shape[1] and K.shape[0] == K.shape[1] > 1,
    "wide image, tall kernel": lambda X, K: X.shape[0] < X.shape[1] and K.shape[0] > K.shape[1],
    "tall image, wide kernel": lambda X, K: X.shape[0] > X.shape[1] and K.shape[0] < K.shape[1],
    "odd kernel of three or more": lambda X, K: K.shape == (3, 3) and min(X.shape) > 3,
    "even kernel": lambda X, K: K.shape[0] % 2 == 0 == K.shape[1] % 2 and min(X.shape) > 2,
    "kernel as large as the image": lambda X, K: X.shape == K.shape and K.size > 1,
    "kernel as tall as the image": lambda X, K: X.shape[0] == K.shape[0] > 1 and X.shape[1] > K.shape[1],
    "kernel as wide as the image": lambda X, K: X.shape[1] == K.shape[1] > 1 and X.shape[0] > K.shape[0],
    "image of one row": lambda X, K: X.shape[0] == 1 and K.size > 1,
    "image of one column": lambda X, K: X.shape[1] == 1 and K.size > 1,
}


def is_varied(X, K):
    return len(np.unique(X)) == X.size and min(K.shape) > 1 and min(np.subtract(X.shape, K.shape)) > 0


@law(times=100)
def has_the_valid_shape(f, X, K):
    """A kernel of height Kh fits into an image of height H at H - Kh + 1 places, and so for the width."""
    Y = f(X, K)
    expected = tuple(n - k + 1 for n, k in zip(X.shape, K.shape, strict=True))
    require(Y.shape == expected, f, (X, K), f"Your result has shape {Y.shape}; it should be {expected}.")


@law(where=is_varied)
def a_one_hot_kernel_cuts_a_crop(f, X, K):
    """A kernel with a single 1, at (a, b), gives the part of the image that starts at (a, b)."""
    X = X - np.round(X.mean())
    h, w = (n - k + 1 for n, k in zip(X.shape, K.shape, strict=True))
    for a, b in (0, K.shape[1] - 1), (K.shape[0] - 1, K.shape[1] - 1):
        E = np.zeros(K.shape)
        E[a, b] = 1
        agree(f, (X, E), X[a : a + h, b : b + w])


@law(where=lambda X, K: len(np.unique(K)) == K.size > 1, times=3)
def an_impulse_shows_the_kernel_rotated(f, X, K):
    """An image with a single 1 gives the kernel, rotated by 180 degrees, around it."""
    K = K - np.round(K.mean())
    h, w = K.shape
    D = np.zeros((2 * h - 1, 2 * w - 1))
    D[h - 1, w - 1] = 1
    agree(f, (D, K), K[::-1, ::-1])


@law(where=is_varied, times=3)
def is_linear_in_the_image(f, X, K):
    """corr2d(2 X + Z, K) = 2 corr2d(X, K) + corr2d(Z, K)."""
    Z = X[::-1] - 3
    agree(f, (2 * X + Z, K), 2 * f(X, K) + f(Z, K), 3 * tolerance(X, K))


@law(where=is_varied, times=3)
def is_linear_in_the_kernel(f, X, K):
    """corr2d(X, 2 K + L) = 2 corr2d(X, K) + corr2d(X, L)."""
    L = K[:, ::-1] - 3
    agree(f, (X, 2 * K + L), 2 * f(X, K) + f(X, L), 3 * tolerance(X, K))


@law(where=is_varied)
def a_row_less_is_a_row_less(f, X, K):
    """Without its first row the image gives the same result without its first row; so for the last."""
    agree(f, (X[1:], K), f(X, K)[1:], 2 * tolerance(X, K))
    agree(f, (X[:-1], K), f(X, K)[:-1], 2 * tolerance(X, K))


@law(where=is_varied)
def a_column_less_is_a_column_less(f, X, K):
    """Without its first column the image gives the same result without its first column; so for the last."""
    agree(f, (X[:, 1:], K), f(X, K)[:, 1:], 2 * tolerance(X, K))
    agree(f, (X[:, :-1], K), f(X, K)[:, :-1], 2 * tolerance(X, K))


@law(where=lambda X, K: is_varied(X, K) and X.shape[0] != X.shape[1] and K.shape[0] != K.shape[1], times=3)
def rows_and_columns_may_trade_places(f, X, K):
    """Transposing image and kernel transposes the result."""
    agree(f, (X.T.copy(), K.T.copy()), f(X, K).T, 2 * tolerance(X, K))


@law(where=is_varied, times=3)
def a_constant_image_gives_the_sum_of_the_kernel(f, X, K):
    """On an image that is c everywhere, every entry of the result is c times the sum of the kernel."""
    h, w = (n - k + 1 for n, k in zip(X.shape, K.shape, strict=True))
    agree(f, (np.full(X.shape, 3.0), K), np.full((h, w), 3 * K.sum()), 3 * tolerance(X, K))


@contract(where=is_varied, times=2)
def refuses_a_kernel_that_does_not_fit(f, X, K):
    """A kernel that is taller or wider than the image raises ValueError."""
    (H, W), (h, w) = X.shape, K.shape
    for shape, how in ((H + 1, w), "taller"), ((h, W + 1), "wider"):
        refuses(f, (X, np.ones(shape)), f"the kernel is {how} than the image")


@contract(where=is_varied, times=2)
def refuses_a_kernel_that_fits_neither_way(f, X, K):
    """A kernel that is both taller and wider than the image raises ValueError."""
    for more in (1, 2):
        refuses(f, (X, np.ones((X.shape[0] + more, X.shape[1] + more))), "the kernel is taller and wider than the image")


@contract(where=lambda X, K: is_whole(X, K) and is_varied(X, K), times=3)
def does_not_truncate_integers(f, X, K):
    """An image or a kernel of integers gives the same numbers as the same one of floats."""
    agree(f, (X.astype(np.int64), K / 4), f(X, K) / 4, tolerance(X, K))
    agree(f, (X / 4, K.astype(np.int64)), f(X, K) / 4, tolerance(X, K))
