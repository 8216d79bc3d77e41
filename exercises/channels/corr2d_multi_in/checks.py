"""corr2d_multi_in: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, refuses, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


def arguments(draw):
    """An image X (Ci, H, W) and a filter K (Ci, Kh, Kw) that fits."""
    channels = draw.one_of(2, 3, 4, 1)
    kh, kw = draw.size(1, 3), draw.size(1, 3)
    rows, columns = draw.one_of(1, 0, 2, 3), draw.one_of(1, 0, 2, 3)
    return draw.array(channels, kh + rows, kw + columns), draw.array(channels, kh, kw)


def tolerance(X, K):
    return sum_tolerance(K.size, X, K)


def is_varied(X, K):
    """Several channels, a kernel that is no row or column, with a place to spare each way, and no two pixels are alike."""
    roomy = min(K.shape[1:]) > 1 and min(np.subtract(X.shape[1:], K.shape[1:])) > 0
    return len(X) > 1 and roomy and len(np.unique(X)) == X.size and len(np.unique(K)) == K.size


def is_square(array):
    return array.shape[1] == array.shape[2]


strata = {
    "two channels, nothing square": lambda X, K: len(X) == 2 and is_varied(X, K) and not is_square(X) and not is_square(K),
    "three channels, nothing square": lambda X, K: len(X) == 3 and is_varied(X, K) and not is_square(X) and not is_square(K),
    "four channels, square kernels": lambda X, K: len(X) == 4 and is_varied(X, K) and is_square(K) and not is_square(X),
    "one channel": lambda X, K: len(X) == 1 and K.size > 1 and X.size > K.size,
    "square image, square kernels": lambda X, K: len(X) > 1 and is_varied(X, K) and is_square(X) and is_square(K),
    "square image, kernels that are not": lambda X, K: len(X) > 1 and is_square(X) and not is_square(K),
    "square kernels, image that is not": lambda X, K: len(X) > 1 and is_square(K) and not is_square(X) and K.shape[1] > 1,
    "odd kernels of three by three": lambda X, K: len(X) > 1 and K.shape[1:] == (3, 3) and min(X.shape[1:]) > 3,
    "kernels of one pixel": lambda X, K: len(X) > 1 and K.shape[1:] == (1, 1) and min(X.shape[1:]) > 1,
    "kernels as large as the image": lambda X, K: len(X) > 1 and X.shape == K.shape and min(K.shape[1:]) > 1,
    "kernels as tall as the image": lambda X, K: len(X) > 1 and X.shape[1] == K.shape[1] > 1 and X.shape[2] > K.shape[2],
    "kernels as wide as the image": lambda X, K: len(X) > 1 and X.shape[2] == K.shape[2] > 1 and X.shape[1] > K.shape[1],
    "image of one row": lambda X, K: len(X) > 1 and X.shape[1] == 1 and K.shape[2] > 1,
    "image of one column": lambda X, K: len(X) > 1 and X.shape[2] == 1 and K.shape[1] > 1,
    "as many channels as rows": lambda X, K: len(X) == X.shape[1] > 1 and K.shape[1] > 1,
    "as many channels as the kernels have columns": lambda X, K: len(X) == K.shape[2] > 1 and X.shape[2] > K.shape[2],
}


def valid(X, K):
    return tuple(n - k + 1 for n, k in zip(X.shape[1:], K.shape[1:], strict=True))


@law(times=100)
def has_one_map_of_the_valid_shape(f, X, K):
    """However many channels go in, one map of shape (H - Kh + 1, W - Kw + 1) comes out."""
    shape = f(X, K).shape
    require(shape == valid(X, K), f, (X, K), f"Your result has shape {shape}; it should be {valid(X, K)}.")


@law(where=is_varied, times=3)
def a_one_hot_filter_cuts_a_crop_of_its_channel(f, X, K):
    """A filter with a single 1, at (c, a, b), gives the part of channel c that starts at (a, b)."""
    X = X - np.round(X.mean())
    h, w = valid(X, K)
    for c, a, b in (0, K.shape[1] - 1, 0), (len(K) - 1, 0, K.shape[2] - 1):
        E = np.zeros(K.shape)
        E[c, a, b] = 1
        agree(f, (X, E), X[c, a : a + h, b : b + w])


@law(where=is_varied, times=3)
def an_impulse_shows_the_kernel_of_its_channel_rotated(f, X, K):
    """An image with a single 1, in channel c, gives the kernel of that channel, rotated by 180 degrees, around it."""
    K = K - np.round(K.mean())
    h, w = K.shape[1:]
    for c in 0, len(K) - 1:
        D = np.zeros((len(K), 2 * h - 1, 2 * w - 1))
        D[c, h - 1, w - 1] = 1
        agree(f, (D, K), K[c, ::-1, ::-1])


@law(where=is_varied, times=3)
def channels_add_up(f, X, K):
    """The result is that of the first channel plus that of the others."""
    agree(f, (X, K), f(X[:1], K[:1]) + f(X[1:], K[1:]), 3 * tolerance(X, K))


@law(where=lambda X, K: is_varied(X, K) and len(X) > 2, times=2)
def channels_may_change_their_order(f, X, K):
    """Reordering the channels of image and filter in the same way changes nothing."""
    agree(f, (np.roll(X, 1, axis=0), np.roll(K, 1, axis=0)), f(X, K), 2 * tolerance(X, K))


@law(where=is_varied, times=3)
def channels_twice_give_twice_the_result(f, X, K):
    """With every channel there twice, in image and filter, the result doubles."""
    agree(f, (np.concatenate([X, X]), np.concatenate([K, K])), 2 * f(X, K), 4 * tolerance(X, K))


@law(where=is_varied, times=2)
def is_linear_in_the_image(f, X, K):
    """corr2d_multi_in(2 X + Z, K) = 2 corr2d_multi_in(X, K) + corr2d_multi_in(Z, K)."""
    Z = 3 - X[:, ::-1]
    agree(f, (2 * X + Z, K), 2 * f(X, K) + f(Z, K), 3 * tolerance(X, K))


@law(where=is_varied, times=2)
def is_linear_in_the_filter(f, X, K):
    """corr2d_multi_in(X, 2 K + L) = 2 corr2d_multi_in(X, K) + corr2d_multi_in(X, L)."""
    L = 3 - K[:, :, ::-1]
    agree(f, (X, 2 * K + L), 2 * f(X, K) + f(X, L), 3 * tolerance(X, K))


@law(where=is_varied, times=2)
def a_row_or_column_less_is_one_less_in_the_result(f, X, K):
    """Without its first row the image gives the same result without its first row; so for the last column."""
    agree(f, (X[:, 1:], K), f(X, K)[1:], 2 * tolerance(X, K))
    agree(f, (X[:, :, :-1], K), f(X, K)[:, :-1], 2 * tolerance(X, K))


@law(where=lambda X, K: is_varied(X, K) and not is_square(X) and not is_square(K), times=2)
def rows_and_columns_may_trade_places(f, X, K):
    """Transposing every channel of image and filter transposes the result."""
    agree(f, (X.transpose(0, 2, 1).copy(), K.transpose(0, 2, 1).copy()), f(X, K).T, 2 * tolerance(X, K))


@law(where=is_varied, times=3)
def constant_channels_weigh_the_sums_of_the_kernels(f, X, K):
    """With a constant in every channel, every entry is the sum of these constants times the sums of their kernels."""
    levels = np.arange(len(X)) + 2.0
    level = np.broadcast_to(levels[:, None, None], X.shape).copy()
    agree(f, (level, K), np.full(valid(X, K), levels @ K.sum((1, 2))), tolerance(level, K))


@contract(where=lambda X, K: is_varied(X, K) and len(X) > 2, times=1)
def refuses_different_numbers_of_channels(f, X, K):
    """An image and a filter with different numbers of channels raise ValueError."""
    X, K = X[:, :2, :2], K[:, :1, :2]
    for x, k in (X[:2], K[:1]), (X[:1], K[:2]), (X, K[:2]), (X[:2], K), (X, K[:1]):
        refuses(f, (x, k), f"the image has {len(x)} channel{'s' * (len(x) > 1)}, the filter {len(k)}")


def is_broken_by_quarters(X, K):
    """A small case of whole numbers and several channels in which truncation shows."""
    first = (X[:, : K.shape[1], : K.shape[2]] * K).sum()
    return is_whole(X, K) and len(X) > 1 and X.size + K.size <= 14 and first % 4 > 0


@contract(where=is_broken_by_quarters, times=2)
def does_not_truncate_integers(f, X, K):
    """An image or a filter of integers gives the same numbers as the same one of floats."""
    agree(f, (X.astype(np.int64), K / 4), f(X, K) / 4, tolerance(X, K))
    agree(f, (X / 4, K.astype(np.int64)), f(X, K) / 4, tolerance(X, K))
