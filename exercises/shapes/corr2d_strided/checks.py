"""corr2d_strided: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]

KERNELS = (2, 3), (3, 2), (2, 2), (1, 1), (2, 1), (1, 2), (3, 3), (2, 3), (3, 2)
STRIDES = (2, 1), (1, 2), (1, 1), (2, 2), (2, 3), (3, 2), (3, 1), (1, 3), (3, 3)


def arguments(draw):
    """An image X (H, W), a kernel K (Kh, Kw) that fits, and a stride; now and then one axis has a single place, or both axes are alike."""
    kernel, stride, theme = draw.one_of(*KERNELS), draw.one_of(*STRIDES), draw.one_of("free", "free", "free", "flat", "narrow", "square")
    if theme == "square":
        kernel, stride = (kernel[0], kernel[0]), (stride[0], stride[0])
    shape = [k + s * draw.one_of(1, 0, 2 if s < 3 else 1, 1) + draw.size(0, s - 1) for k, s in zip(kernel, stride, strict=True)]
    if theme == "flat":
        shape[0] = kernel[0]
    elif theme == "narrow":
        shape[1] = kernel[1]
    elif theme == "square":
        shape[1] = shape[0]
    return draw.array(*shape), draw.array(*kernel), stride


def tolerance(X, K, stride):
    return sum_tolerance(K.size, X, K)


def places(X, K, stride):
    """How many rows and columns of places there are."""
    return tuple((n - k) // s + 1 for n, k, s in zip(X.shape, K.shape, stride, strict=True))


def left_over(X, K, stride):
    """How many rows at the bottom and columns on the right no window reaches."""
    return tuple((n - k) % s for n, k, s in zip(X.shape, K.shape, stride, strict=True))


def seen(X, K, stride):
    """Which pixels some window covers."""
    mask = np.zeros(X.shape, dtype=bool)
    for i, j in np.ndindex(*places(X, K, stride)):
        mask[i * stride[0] : i * stride[0] + K.shape[0], j * stride[1] : j * stride[1] + K.shape[1]] = True
    return mask


def several(test):
    """A stratum: at least two rows and two columns of places, and a test of image shape, kernel shape, stride and what is left over."""
    return lambda X, K, stride: min(places(X, K, stride)) > 1 and test(X.shape, K.shape, stride, left_over(X, K, stride))


strata = {
    "rows jump farther": several(lambda image, kernel, stride, left: stride[0] > stride[1] and kernel[0] != kernel[1] and min(kernel) > 1),
    "columns jump farther": several(lambda image, kernel, stride, left: stride[0] < stride[1] and kernel[0] != kernel[1] and min(kernel) > 1),
    "rows left over": several(lambda image, kernel, stride, left: left[0] > 0 == left[1] and stride[0] != stride[1]),
    "columns left over": several(lambda image, kernel, stride, left: left[1] > 0 == left[0] and stride[0] != stride[1]),
    "gaps between windows, and something left over": several(
        lambda image, kernel, stride, left: (stride[0] > kernel[0] or stride[1] > kernel[1]) and max(kernel) > 1 and max(left) > 0
    ),
    "strides that divide": several(lambda image, kernel, stride, left: min(stride) > 1 and max(left) == 0),
    "one row short of a place more": several(lambda image, kernel, stride, left: left[0] == stride[0] - 1 > 0 and left[1] == stride[1] - 1),
    "windows side by side": several(lambda image, kernel, stride, left: stride == kernel and max(stride) > 1),
    "windows that overlap": several(lambda image, kernel, stride, left: 1 < stride[0] < kernel[0] or 1 < stride[1] < kernel[1]),
    "stride 1": several(lambda image, kernel, stride, left: stride == (1, 1) and min(kernel) > 1),
    "everything square": several(
        lambda image, kernel, stride, left: image[0] == image[1] and kernel[0] == kernel[1] > 1 and stride[0] == stride[1] > 1
    ),
    "wide image, tall kernel": lambda X, K, stride: X.shape[0] < X.shape[1] and K.shape[0] > K.shape[1],
    "tall image, wide kernel": lambda X, K, stride: X.shape[0] > X.shape[1] and K.shape[0] < K.shape[1],
    "kernel of one pixel": lambda X, K, stride: K.size == 1 and max(places(X, K, stride)) > 1 and max(stride) > 1,
    "kernel as large as the image": lambda X, K, stride: X.shape == K.shape and K.size > 1 and max(stride) > 1,
    "kernel as tall as the image": lambda X, K, stride: X.shape[0] == K.shape[0] > 1 and places(X, K, stride)[1] > 1 < stride[1],
    "kernel as wide as the image": lambda X, K, stride: X.shape[1] == K.shape[1] > 1 and places(X, K, stride)[0] > 1 < stride[0],
    "one place, and something left over": lambda X, K, stride: places(X, K, stride) == (1, 1) and max(left_over(X, K, stride)) > 0,
    "image of one row": lambda X, K, stride: X.shape[0] == 1 and places(X, K, stride)[1] > 1 < stride[1],
    "image of one column": lambda X, K, stride: X.shape[1] == 1 and places(X, K, stride)[0] > 1 < stride[0],
}


def is_uneven(X, K, stride):
    """Height and width differ in kernel and stride, there are several places, and no two pixels are alike."""
    several_places = min(places(X, K, stride)) > 1 and len(np.unique(X)) == X.size
    return several_places and min(K.shape) > 1 and K.shape[0] != K.shape[1] and stride[0] != stride[1]


@law(times=100)
def has_the_strided_shape(f, X, K, stride):
    """The result has (H - Kh) // sh + 1 rows, and so for the columns."""
    Y, expected = f(X, K, stride), places(X, K, stride)
    require(Y.shape == expected, f, (X, K, stride), f"Your result has shape {Y.shape}; it should be {expected}.")


@law(where=is_uneven, times=3)
def keeps_every_sth_place(f, X, K, stride):
    """With stride (sh, sw) the result is that with stride 1, every sh-th row and every sw-th column of it, whatever is left over."""
    for image, kernel, (sh, sw) in (X, K, stride), (X[:-1, :-1].T.copy(), K.T.copy(), stride[::-1]):
        every = f(image, kernel, (1, 1))
        agree(f, (image, kernel, (sh, sw)), every[::sh, ::sw], 2 * tolerance(X, K, stride))


@law(where=is_uneven, times=2)
def strides_multiply(f, X, K, stride):
    """Every second row and third column of the result is the result with strides twice and three times as large."""
    (h, w), (sh, sw) = K.shape, stride
    large = np.resize(X, (h + 3 * sh, w + 10 * sw))
    agree(f, (large, K, (2 * sh, 3 * sw)), f(large, K, stride)[::2, ::3], 2 * tolerance(X, K, stride))


@law(where=is_uneven, times=3)
def a_one_hot_kernel_cuts_a_crop(f, X, K, stride):
    """A kernel with a single 1, at (a, b), gives every sh-th row and every sw-th column from (a, b) on, as many as there are places."""
    X = np.resize(X - np.round(X.mean()), (K.shape[0] + 2 * stride[0] - 1, K.shape[1] + 8 * stride[1] - 1))
    for (h, w), (a, b) in (K.shape, (0, K.shape[1] - 1)), (K.shape, (K.shape[0] - 1, 0)), ((2, 2), (0, 1)):
        E = np.zeros((h, w))
        E[a, b] = 1
        agree(f, (X, E, stride), X[a : a + X.shape[0] - h + 1 : stride[0], b : b + X.shape[1] - w + 1 : stride[1]])


@law(where=is_uneven, times=2)
def is_linear_in_the_image(f, X, K, stride):
    """corr2d_strided(2 X + Z, K) = 2 corr2d_strided(X, K) + corr2d_strided(Z, K)."""
    Z = X[::-1] - 3
    agree(f, (2 * X + Z, K, stride), 2 * f(X, K, stride) + f(Z, K, stride), 3 * tolerance(X, K, stride))


@law(where=is_uneven, times=2)
def is_linear_in_the_kernel(f, X, K, stride):
    """corr2d_strided(X, 2 K + L) = 2 corr2d_strided(X, K) + corr2d_strided(X, L)."""
    L = K[:, ::-1] - 3
    agree(f, (X, 2 * K + L, stride), 2 * f(X, K, stride) + f(X, L, stride), 3 * tolerance(X, K, stride))


@law(where=is_uneven, times=2)
def a_stride_less_is_a_place_less(f, X, K, stride):
    """Without its first sh rows the image gives the same result without its first row; so for the columns."""
    agree(f, (X[stride[0] :], K, stride), f(X, K, stride)[1:], 2 * tolerance(X, K, stride))
    agree(f, (X[:, stride[1] :], K, stride), f(X, K, stride)[:, 1:], 2 * tolerance(X, K, stride))


@law(where=is_uneven, times=2)
def pixels_under_no_window_do_not_count(f, X, K, stride):
    """What lies between the windows, or is left over at the bottom and on the right, may be anything."""
    h, w = K.shape
    apart = (h + 1, w + 3)
    large = np.resize(X, (h + 2 * apart[0] - 1, w + 2 * apart[1] - 1))
    agree(f, (np.where(seen(large, K, apart), large, 1000), K, apart), f(large, K, apart), 2 * tolerance(X, K, stride))


@law(where=lambda X, K, stride: is_uneven(X, K, stride) and X.shape[0] != X.shape[1], times=3)
def rows_and_columns_may_trade_places(f, X, K, stride):
    """Transposing image and kernel and exchanging the strides transposes the result."""
    agree(f, (X.T.copy(), K.T.copy(), stride[::-1]), f(X, K, stride).T, 2 * tolerance(X, K, stride))


@law(where=is_uneven, times=2)
def a_stride_of_the_kernel_cuts_the_image_into_tiles(f, X, K, stride):
    """With the kernel's height and width as strides and a kernel of ones, each entry is the sum of a tile of the image."""
    h, w = K.shape
    tiled = np.concatenate([X[:-1], X[1:] + 7], axis=1)
    rows, columns = tiled.shape[0] // h, tiled.shape[1] // w
    sums = tiled[: rows * h, : columns * w].reshape(rows, h, columns, w).sum((1, 3))
    agree(f, (tiled, np.ones((h, w)), (h, w)), sums)


@contract(where=lambda X, K, stride: is_whole(X, K) and is_uneven(X, K, stride), times=2)
def does_not_truncate_integers(f, X, K, stride):
    """An image or a kernel of integers gives the same numbers as the same one of floats."""
    agree(f, (X.astype(np.int64), K / 4, stride), f(X, K, stride) / 4, tolerance(X, K, stride))
    agree(f, (X / 4, K.astype(np.int64), stride), f(X, K, stride) / 4, tolerance(X, K, stride))
