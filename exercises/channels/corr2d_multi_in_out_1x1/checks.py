"""corr2d_multi_in_out_1x1: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


def arguments(draw):
    """An image X (Ci, H, W) and weights K (Co, Ci, 1, 1)."""
    filters, channels = draw.one_of(2, 3, 1, 4), draw.one_of(2, 3, 1, 4)
    height, width = draw.one_of(2, 1, 3, 4), draw.one_of(2, 1, 3, 4)
    return draw.array(channels, height, width), draw.array(filters, channels, 1, 1)


def tolerance(X, K):
    return sum_tolerance(len(X), X, K)


def is_varied(X, K):
    """Several channels, filters, rows and columns, and no two entries are alike."""
    return min(*X.shape, len(K)) > 1 and len(np.unique(X)) == X.size and len(np.unique(K)) == K.size


def is_oblong(X, K):
    return is_varied(X, K) and X.shape[1] != X.shape[2]


strata = {
    "as many filters as channels, wide image": lambda X, K: is_oblong(X, K) and len(K) == len(X) and X.shape[1] < X.shape[2],
    "more filters than channels, tall image": lambda X, K: is_oblong(X, K) and len(K) > len(X) and X.shape[1] > X.shape[2],
    "fewer filters than channels, wide image": lambda X, K: is_oblong(X, K) and len(K) < len(X) and X.shape[1] < X.shape[2],
    "as many filters as channels, three or more": lambda X, K: is_varied(X, K) and len(K) == len(X) > 2,
    "as many filters, channels, rows and columns": lambda X, K: is_varied(X, K) and {len(K)} == set(X.shape),
    "square image": lambda X, K: is_varied(X, K) and X.shape[1] == X.shape[2] and len(K) != len(X),
    "one channel": lambda X, K: len(X) == 1 and len(K) > 1 and min(X.shape[1:]) > 1,
    "one filter": lambda X, K: len(X) > 1 and len(K) == 1 and min(X.shape[1:]) > 1,
    "one channel, one filter": lambda X, K: len(X) == len(K) == 1 and min(X.shape[1:]) > 1,
    "image of one pixel": lambda X, K: min(len(X), len(K)) > 1 and X.shape[1:] == (1, 1),
    "image of one row": lambda X, K: min(len(X), len(K)) > 1 and X.shape[1] == 1 and X.shape[2] > 1,
    "image of one column": lambda X, K: min(len(X), len(K)) > 1 and X.shape[2] == 1 and X.shape[1] > 1,
    "as many channels as pixels": lambda X, K: len(X) == X[0].size > 1 and len(K) > 1,
    "as many channels as rows": lambda X, K: is_oblong(X, K) and len(X) == X.shape[1] != len(K),
    "as many channels as columns": lambda X, K: is_oblong(X, K) and len(X) == X.shape[2] != len(K),
    "as many filters as columns": lambda X, K: is_oblong(X, K) and len(K) == X.shape[2] != len(X),
}


@law(times=100)
def has_one_map_a_filter(f, X, K):
    """There is one map as large as the image for each filter, one behind the other along the first axis."""
    shape, expected = f(X, K).shape, (len(K), *X.shape[1:])
    require(shape == expected, f, (X, K), f"Your result has shape {shape}; it should be {expected}.")


@law(where=is_varied, times=4)
def one_hot_filters_copy_their_channels(f, X, K):
    """A filter with a single 1, for channel c, gives channel c."""
    X = X - np.round(X.mean())
    E = np.zeros(K.shape)
    picked = [(o + 1) % len(X) for o in range(len(K))]
    E[range(len(K)), picked] = 1
    agree(f, (X, E), X[picked])


@law(where=is_oblong, times=4)
def a_single_one_shows_the_weights_of_its_channel(f, X, K):
    """An image with a single 1, in channel c, gives in the same pixel each filter's weight for channel c, and zeros elsewhere."""
    K = K - np.round(K.mean())
    c, i, j = len(X) - 1, X.shape[1] - 1, 0
    D, shown = np.zeros(X.shape), np.zeros((len(K), *X.shape[1:]))
    D[c, i, j] = 1
    shown[:, i, j] = K[:, c, 0, 0]
    agree(f, (D, K), shown)


@law(where=is_oblong, times=3)
def each_pixel_stands_alone(f, X, K):
    """A pixel cut out of the image gives what it gives within it."""
    for i, j in (0, X.shape[2] - 1), (X.shape[1] - 1, 0):
        pixel = np.s_[:, i : i + 1, j : j + 1]
        agree(f, (X[pixel], K), f(X, K)[pixel], 2 * tolerance(X, K))


@law(where=is_oblong, times=3)
def pixels_may_be_laid_out_differently(f, X, K):
    """Other rows and columns of the same pixels, in reverse order, give the same numbers in that layout."""
    height, width = X.shape[1:]
    laid_out = X.reshape(len(X), width, height)[:, ::-1, ::-1].copy()
    agree(f, (laid_out, K), f(X, K).reshape(len(K), width, height)[:, ::-1, ::-1], 2 * tolerance(X, K))


@law(where=is_varied, times=3)
def two_layers_are_one(f, X, K):
    """A layer with weights K and a second with weights L are one layer whose weights are the matrix product L K."""
    weights = K[:, :, 0, 0]
    L = weights.T[:, ::-1] - 3
    agree(f, (f(X, K), L[:, :, None, None]), f(X, (L @ weights)[:, :, None, None]), 2 * len(K) * np.abs(L).max() * tolerance(X, K))


@law(where=is_varied, times=3)
def each_filter_has_its_own_map(f, X, K):
    """What a filter gives does not depend on the other filters: alone it gives the same map."""
    for o in 0, len(K) - 1:
        agree(f, (X, K[o : o + 1]), f(X, K)[o : o + 1], 2 * tolerance(X, K))


@law(where=is_varied, times=3)
def channels_may_change_their_order(f, X, K):
    """Reordering the channels of the image and of every filter in the same way changes nothing."""
    agree(f, (np.roll(X, 1, axis=0), np.roll(K, 1, axis=1)), f(X, K), 2 * tolerance(X, K))


@law(where=is_varied, times=3)
def channels_add_up(f, X, K):
    """The result is that of the first channel plus that of the others."""
    agree(f, (X, K), f(X[:1], K[:, :1]) + f(X[1:], K[:, 1:]), 3 * tolerance(X, K))


@law(where=is_varied, times=2)
def is_linear_in_the_weights(f, X, K):
    """corr2d_multi_in_out_1x1(X, 2 K + L) = 2 corr2d_multi_in_out_1x1(X, K) + corr2d_multi_in_out_1x1(X, L)."""
    L = 3 - K[::-1]
    agree(f, (X, 2 * K + L), 2 * f(X, K) + f(X, L), 3 * tolerance(X, K))


def is_broken_by_quarters(X, K):
    """A small case of whole numbers and several channels in which truncation shows."""
    return is_whole(X, K) and len(X) > 1 and X.size + K.size <= 12 and bool(np.any((K[:, :, 0, 0] @ X[:, 0, 0]) % 4))


@contract(where=is_broken_by_quarters, times=2)
def does_not_truncate_integers(f, X, K):
    """An image or weights of integers give the same numbers as the same ones of floats."""
    agree(f, (X.astype(np.int64), K / 4), f(X, K) / 4, tolerance(X, K))
    agree(f, (X / 4, K.astype(np.int64)), f(X, K) / 4, tolerance(X, K))
