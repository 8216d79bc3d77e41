"""im2col: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


def arguments(draw):
    """An image X (Ci, H, W), a patch (Kh, Kw) that fits, and a stride, which is left out now and then."""
    channels, (kh, kw) = draw.size(1, 3), draw.one_of((2, 2), (2, 3), (3, 2), (1, 1), (1, 2), (2, 1), (3, 3), (2, 3), (3, 2))
    rows, columns = draw.one_of(0, 1, 2, 3, 4, 2), draw.one_of(0, 1, 2, 3, 4, 2)
    X, stride = draw.array(channels, kh + rows, kw + columns), draw.one_of(1, 2, 1, 2, 3, 4)
    return (X, (kh, kw)) if stride == 1 and draw.one_of(True, False) else (X, (kh, kw), stride)


def tolerance(X, kernel, stride=1):
    return sum_tolerance(1, X)


def room(X, k):
    """How far the patch can move, down and across."""
    return X.shape[1] - k[0], X.shape[2] - k[1]


def places(X, k, stride=1):
    """How many patches there are, down and across."""
    return tuple(n // stride + 1 for n in room(X, k))


def has_many(X, k, stride=1):
    """Patches that are no row or column, several of them down and across, and no two pixels alike."""
    return min(k) > 1 < min(places(X, k, stride)) and len(np.unique(X)) == X.size


def oblong(draw):
    """Several channels and a stride, where neither image nor patch nor output are square."""
    (kh, kw), (rows, columns) = draw.one_of((2, 3), (3, 2)), draw.one_of((1, 2), (2, 1))
    return draw.array(draw.size(2, 3), kh + 2 * rows, kw + 2 * columns), (kh, kw), 2


strata = {
    "one channel, wide patch": lambda X, k, s=1: len(X) == 1 and k[0] < k[1] and has_many(X, k, s),
    "one channel, tall patch": lambda X, k, s=1: len(X) == 1 and k[0] > k[1] and has_many(X, k, s),
    "several channels, wide patch": lambda X, k, s=1: len(X) > 1 and k[0] < k[1] and has_many(X, k, s),
    "several channels, tall patch": lambda X, k, s=1: len(X) > 1 and k[0] > k[1] and has_many(X, k, s),
    "as many channels as rows and columns": lambda X, k, s=1: len(X) == k[0] == k[1] and has_many(X, k, s),
    "square image": lambda X, k, s=1: X.shape[1] == X.shape[2] and has_many(X, k, s) and k[0] != k[1],
    "stride of several channels": lambda X, k, s=1: s > 1 and len(X) > 1 and has_many(X, k, s),
    "stride that leaves rows over": lambda X, k, s=1: s > 1 and room(X, k)[0] % s > 0 == room(X, k)[1] % s and min(k) > 1,
    "stride that leaves columns over": lambda X, k, s=1: s > 1 and room(X, k)[1] % s > 0 == room(X, k)[0] % s and min(k) > 1,
    "stride longer than the patch": lambda X, k, s=1: s > max(k) > 1 < max(places(X, k, s)),
    "one of the patches has no room": lambda X, k, s=1: 0 in room(X, k) and max(room(X, k)) >= s and min(k) > 1,
    "patch of one pixel": lambda X, k, s=1: k == (1, 1) and len(X) > 1 < min(X.shape[1:]),
    "patch as large as the image": lambda X, k, s=1: room(X, k) == (0, 0) and len(X) > 1 < min(k),
    "image of one row": lambda X, k, s=1: X.shape[1] == 1 < k[1] < X.shape[2],
    "image of one column": lambda X, k, s=1: X.shape[2] == 1 < k[0] < X.shape[1],
}


def probe(*shape):
    """Whole numbers without a pattern."""
    i = np.arange(1.0, np.prod(shape) + 1).reshape(shape)
    return (5 * i * i + 3 * i) % 37 - 11


def same(got, expected):
    """Whether two arrays of whole numbers are equal; broadcasts nothing, and NaN equals nothing."""
    return got.shape == expected.shape and bool(np.all(np.abs(got - expected) < 1e-2))


def windows(X, kernel, stride):
    """All patches, with axes channel, row and column of the output, row and column in the patch."""
    return np.lib.stride_tricks.sliding_window_view(X, kernel, (1, 2))[:, ::stride, ::stride]


def with_axes(f, X, kernel, stride):
    """The matrix with axes row and column of the output, channel, row and column in the patch."""
    return f(X, kernel, stride).reshape(*places(X, kernel, stride), len(X), *kernel)


@law(times=100)
def has_one_row_for_each_patch(f, X, kernel, *stride):
    """The matrix has a row for each patch, and a column for each number that a patch holds."""
    shape, expected = f(X, kernel, *stride).shape, (int(np.prod(places(X, kernel, *stride))), len(X) * kernel[0] * kernel[1])
    require(shape == expected, f, (X, kernel, *stride), f"Your result has shape {shape}; it should be {expected}.")


@law(times=100)
def times_a_kernel_it_is_the_correlation(f, X, kernel, stride=1):
    """The product of the matrix and flattened kernels is the multi-channel cross-correlation with these kernels."""
    case = (X, kernel) if stride == 1 else (X, kernel, stride)
    K = probe(2, len(X), *kernel)
    expected = np.einsum("cijab,ocab->oij", windows(X, kernel, stride), K).reshape(2, -1)
    wrong = "Your matrix times flattened kernels is not the multi-channel cross-correlation of X with these kernels."
    require(same((f(*case) @ K.reshape(2, -1).T).T, expected), f, case, wrong)


@law(where=has_many, times=100)
def every_pixel_is_there_once_for_each_patch_that_sees_it(f, X, kernel, *stride):
    """A pixel stands in the matrix as often as there are patches that it lies in."""
    numbers = np.arange(X.size).reshape(X.shape)
    seen = np.sort(X.ravel()[windows(numbers, kernel, *(stride or (1,))).ravel()])
    wrong = "A pixel stands more or less often in your matrix than there are patches that it lies in."
    require(same(np.sort(f(X, kernel, *stride), axis=None), seen), f, (X, kernel, *stride), wrong)


@law(times=100)
def largest_entries_are_maximum_pooling(f, X, kernel, *stride):
    """The largest entry of each row, among the columns of one channel, is the maximum of the patch in that channel."""
    blocks = f(X, kernel, *stride).reshape(-1, len(X), kernel[0] * kernel[1])
    expected = windows(X, kernel, *(stride or (1,))).max((3, 4)).reshape(len(X), -1).T
    wrong = "The largest entries of your rows, channel by channel, are not those of the patches."
    require(same(blocks.max(2), expected), f, (X, kernel, *stride), wrong)


@law(where=lambda X, *patch: len(X) > 1 and has_many(X, *patch), times=3)
def every_channel_has_columns_of_its_own(f, X, kernel, *stride):
    """The first Kh * Kw columns are the matrix of the first channel alone, the last those of the last."""
    size = kernel[0] * kernel[1]
    agree(f, (X[:1], kernel, *stride), f(X, kernel, *stride)[:, :size])
    agree(f, (X[-1:], kernel, *stride), f(X, kernel, *stride)[:, (len(X) - 1) * size :])


@law(where=lambda X, *patch: len(X) > 1 and X.shape[1] != X.shape[2] and has_many(X, *patch), times=2)
def patches_of_one_pixel_are_the_pixels(f, X, kernel, *stride):
    """A patch of one pixel gives a row for each pixel, with a column for each channel."""
    agree(f, (X, (1, 1)), X.reshape(len(X), -1).T)


@law(cases=oblong, times=3)
def a_stride_keeps_every_sth_patch(f, X, kernel, stride):
    """With stride s the rows are those of stride 1, every sth down and across."""
    agree(f, (X, kernel, stride), with_axes(f, X, kernel, 1)[::stride, ::stride].reshape(-1, X.shape[0] * kernel[0] * kernel[1]))


@law(cases=oblong, times=3)
def rows_and_columns_may_trade_places(f, X, kernel, stride):
    """Transposing every channel and the patch transposes output and patches."""
    turned = with_axes(f, X, kernel, stride).transpose(1, 0, 2, 4, 3)
    agree(f, (X.transpose(0, 2, 1).copy(), kernel[::-1], stride), turned.reshape(-1, X.shape[0] * kernel[0] * kernel[1]))


@law(cases=oblong, times=3)
def a_row_or_column_less_is_a_row_or_column_less(f, X, kernel, stride):
    """Without the first rows that a stride passes over, the first row of patches is missing; so for the columns."""
    width = len(X) * kernel[0] * kernel[1]
    patches = with_axes(f, X, kernel, stride)
    agree(f, (X[:, stride:], kernel, stride), patches[1:].reshape(-1, width))
    agree(f, (X[:, :, stride:], kernel, stride), patches[:, 1:].reshape(-1, width))


@law(where=has_many, times=3)
def a_constant_added_is_added(f, X, kernel, *stride):
    """Adding c to every pixel adds c to every entry: each is a pixel."""
    agree(f, (X - 40, kernel, *stride), f(X, kernel, *stride) - 40)


@law(where=lambda X, k, s=1: s == 1 and has_many(X, k), times=3)
def the_stride_is_one_unless_given(f, X, kernel, *stride):
    """Without a stride the result is that of stride 1."""
    agree(f, (X, kernel), f(X, kernel, 1))


@contract(where=lambda X, *patch: is_whole(X) and has_many(X, *patch), times=2)
def does_not_truncate(f, X, kernel, *stride):
    """An image of integers gives the same numbers as the same one of floats, and fractions stay fractions."""
    agree(f, (X.astype(np.int64), kernel, *stride), f(X, kernel, *stride))
    agree(f, (X / 4, kernel, *stride), f(X, kernel, *stride) / 4, 1 / 64)
