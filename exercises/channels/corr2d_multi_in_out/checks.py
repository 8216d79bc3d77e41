"""corr2d_multi_in_out: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


def arguments(draw):
    """An image X (Ci, H, W) and filters K (Co, Ci, Kh, Kw) that fit."""
    filters, channels = draw.one_of(2, 3, 1, 4), draw.one_of(2, 3, 1)
    kh, kw = draw.one_of(1, 2, 3, 2), draw.one_of(1, 2, 3, 2)
    rows, columns = draw.one_of(1, 0, 2, 1), draw.one_of(1, 0, 2, 3)
    return draw.array(channels, kh + rows, kw + columns), draw.array(filters, channels, kh, kw)


def tolerance(X, K):
    return sum_tolerance(K[0].size, X, K)


def is_varied(X, K):
    """Several channels and filters, a kernel that is no row or column, with a place to spare each way, and no two entries are alike."""
    roomy = min(K.shape[2:]) > 1 and min(np.subtract(X.shape[1:], K.shape[2:])) > 0
    return min(K.shape[:2]) > 1 and roomy and len(np.unique(X)) == X.size and len(np.unique(K)) == K.size


def is_square(array):
    return array.shape[-2] == array.shape[-1]


def sized(filters_and_channels):
    """A stratum: varied cases on an image that is not square, whose numbers of filters and channels satisfy the test."""
    return lambda X, K: is_varied(X, K) and not is_square(X) and filters_and_channels(*K.shape[:2])


strata = {
    "as many filters as channels, square kernels": lambda X, K: sized(lambda o, c: o == c)(X, K) and is_square(K),
    "more filters than channels": sized(lambda o, c: o > c),
    "fewer filters than channels": sized(lambda o, c: o < c),
    "kernels that are not square": lambda X, K: sized(lambda o, c: True)(X, K) and not is_square(K),
    "one channel": lambda X, K: len(X) == 1 and len(K) > 1 and X.size > K[0].size > 1,
    "one filter": lambda X, K: len(X) > 1 and len(K) == 1 and X[0].size > K[0, 0].size > 1,
    "one channel, one filter": lambda X, K: len(X) == len(K) == 1 and X.size > K.size > 1,
    "three by three filters of as many channels": lambda X, K: K.shape[:2] == (3, 3) and X[0].size > K[0, 0].size,
    "square image, square kernels": lambda X, K: min(K.shape[:2]) > 1 and is_square(X) and is_square(K) and X.shape[1] > K.shape[2] > 1,
    "square image, kernels that are not": lambda X, K: min(K.shape[:2]) > 1 and is_square(X) and not is_square(K),
    "kernels of one pixel": lambda X, K: min(K.shape[:2]) > 1 and K.shape[2:] == (1, 1) and min(X.shape[1:]) > 1,
    "kernels of three by three": lambda X, K: K.shape[2:] == (3, 3) and min(X.shape[1:]) > 3,
    "kernels as large as the image": lambda X, K: min(K.shape[:2]) > 1 and X.shape[1:] == K.shape[2:] and K[0, 0].size > 1,
    "image of one row": lambda X, K: min(K.shape[:2]) > 1 and X.shape[1] == 1 and K.shape[3] > 1,
    "image of one column": lambda X, K: min(K.shape[:2]) > 1 and X.shape[2] == 1 and K.shape[2] > 1,
}


def valid(X, K):
    return tuple(n - k + 1 for n, k in zip(X.shape[1:], K.shape[2:], strict=True))


@law(times=100)
def has_one_map_a_filter(f, X, K):
    """There is one map of shape (H - Kh + 1, W - Kw + 1) for each filter, one behind the other along the first axis."""
    shape, expected = f(X, K).shape, (len(K), *valid(X, K))
    require(shape == expected, f, (X, K), f"Your result has shape {shape}; it should be {expected}.")


@law(where=is_varied, times=4)
def each_filter_has_its_own_map(f, X, K):
    """What a filter gives does not depend on the other filters: alone it gives the same map."""
    for o in 0, len(K) - 1:
        agree(f, (X, K[o : o + 1]), f(X, K)[o : o + 1], 2 * tolerance(X, K))


@law(where=is_varied, times=4)
def one_hot_filters_cut_crops_of_their_channels(f, X, K):
    """A filter with a single 1, at (c, a, b), gives the part of channel c that starts at (a, b)."""
    X = X - np.round(X.mean())
    h, w = valid(X, K)
    E, crops = np.zeros(K.shape), np.zeros((len(K), h, w))
    for o in range(len(K)):
        c, a, b = (o + 1) % len(X), (K.shape[2] - 1) * (o % 2), (K.shape[3] - 1) * (1 - o % 2)
        E[o, c, a, b] = 1
        crops[o] = X[c, a : a + h, b : b + w]
    agree(f, (X, E), crops)


@law(where=is_varied, times=4)
def an_impulse_shows_the_kernels_of_its_channel_rotated(f, X, K):
    """An image with a single 1, in channel c, gives in each map the filter's kernel of that channel, rotated by 180 degrees."""
    K = K - np.round(K.mean())
    h, w = K.shape[2:]
    D = np.zeros((len(X), 2 * h - 1, 2 * w - 1))
    D[len(X) - 1, h - 1, w - 1] = 1
    agree(f, (D, K), K[:, len(X) - 1, ::-1, ::-1])


@law(where=is_varied, times=3)
def filters_in_another_order_give_the_maps_in_that_order(f, X, K):
    """Reordering the filters reorders the maps."""
    agree(f, (X, np.roll(K, 1, axis=0)), np.roll(f(X, K), 1, axis=0), 2 * tolerance(X, K))


@law(where=is_varied, times=3)
def channels_may_change_their_order(f, X, K):
    """Reordering the channels of the image and of every filter in the same way changes nothing."""
    agree(f, (np.roll(X, 1, axis=0), np.roll(K, 1, axis=1)), f(X, K), 2 * tolerance(X, K))


@law(where=is_varied, times=3)
def channels_add_up(f, X, K):
    """The result is that of the first channel plus that of the others."""
    agree(f, (X, K), f(X[:1], K[:, :1]) + f(X[1:], K[:, 1:]), 3 * tolerance(X, K))


@law(where=is_varied, times=2)
def is_linear_in_the_filters(f, X, K):
    """corr2d_multi_in_out(X, 2 K + L) = 2 corr2d_multi_in_out(X, K) + corr2d_multi_in_out(X, L)."""
    L = 3 - K[::-1]
    agree(f, (X, 2 * K + L), 2 * f(X, K) + f(X, L), 3 * tolerance(X, K))


@law(where=is_varied, times=2)
def is_linear_in_the_image(f, X, K):
    """corr2d_multi_in_out(2 X + Z, K) = 2 corr2d_multi_in_out(X, K) + corr2d_multi_in_out(Z, K)."""
    Z = 3 - X[:, ::-1]
    agree(f, (2 * X + Z, K), 2 * f(X, K) + f(Z, K), 3 * tolerance(X, K))


@law(where=is_varied, times=2)
def a_row_or_column_less_is_one_less_in_every_map(f, X, K):
    """Without its first row the image gives the same maps without their first row; so for the last column."""
    agree(f, (X[:, 1:], K), f(X, K)[:, 1:], 2 * tolerance(X, K))
    agree(f, (X[:, :, :-1], K), f(X, K)[:, :, :-1], 2 * tolerance(X, K))


@law(where=lambda X, K: is_varied(X, K) and not is_square(X) and not is_square(K), times=2)
def rows_and_columns_may_trade_places(f, X, K):
    """Transposing every channel of image and filters transposes every map."""
    flipped = X.transpose(0, 2, 1).copy(), K.transpose(0, 1, 3, 2).copy()
    agree(f, flipped, f(X, K).transpose(0, 2, 1), 2 * tolerance(X, K))


def is_broken_by_quarters(X, K):
    """A small case of whole numbers and several channels in which truncation shows."""
    first = (X[:, : K.shape[2], : K.shape[3]] * K).sum((1, 2, 3))
    return is_whole(X, K) and len(X) > 1 and X.size + K.size <= 14 and bool(np.any(first % 4))


@contract(where=is_broken_by_quarters, times=2)
def does_not_truncate_integers(f, X, K):
    """An image or filters of integers give the same numbers as the same ones of floats."""
    agree(f, (X.astype(np.int64), K / 4), f(X, K) / 4, tolerance(X, K))
    agree(f, (X / 4, K.astype(np.int64)), f(X, K) / 4, tolerance(X, K))
