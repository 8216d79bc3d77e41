"""corr2d_matrix: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


def arguments(draw):
    """A kernel K (Kh, Kw) and the shape (H, W) of an image into which it fits."""
    kh, kw = draw.size(1, 3), draw.size(1, 3)
    H, W = kh + draw.one_of(0, 1, 2, 3), kw + draw.one_of(0, 1, 2, 3)
    return draw.array(kh, kw), (H, W)


def tolerance(K, in_shape):
    return sum_tolerance(1, K)


def out_shape(K, in_shape):
    return in_shape[0] - K.shape[0] + 1, in_shape[1] - K.shape[1] + 1


strata = {
    "square kernel, image that is not": lambda K, s: s[0] != s[1] and K.shape[0] == K.shape[1] > 1 < min(out_shape(K, s)),
    "square image, kernel that is not": lambda K, s: s[0] == s[1] and K.shape[0] != K.shape[1] and min(K.shape) > 1 < min(out_shape(K, s)),
    "wide image, tall kernel": lambda K, s: s[0] < s[1] and K.shape[0] > K.shape[1] and min(out_shape(K, s)) > 1,
    "tall image, wide kernel": lambda K, s: s[0] > s[1] and K.shape[0] < K.shape[1] and min(out_shape(K, s)) > 1,
    "square image, square kernel": lambda K, s: s[0] == s[1] > K.shape[0] == K.shape[1] > 1,
    "odd kernel of three or more": lambda K, s: K.shape == (3, 3) and min(out_shape(K, s)) > 1,
    "kernel of one pixel": lambda K, s: K.size == 1 and s[0] != s[1],
    "kernel of one row": lambda K, s: K.shape[0] == 1 < K.shape[1] and min(out_shape(K, s)) > 1,
    "kernel of one column": lambda K, s: K.shape[1] == 1 < K.shape[0] and min(out_shape(K, s)) > 1,
    "kernel as large as the image": lambda K, s: K.shape == s and K.size > 1,
    "kernel as tall as the image": lambda K, s: K.shape[0] == s[0] > 1 and K.shape[1] < s[1] and K.shape[1] > 1,
    "kernel as wide as the image": lambda K, s: K.shape[1] == s[1] > 1 and K.shape[0] < s[0] and K.shape[0] > 1,
    "image of one row": lambda K, s: s[0] == 1 and 1 < K.size < s[1],
    "image of one column": lambda K, s: s[1] == 1 and 1 < K.size < s[0],
    "kernel that begins or ends with zero": lambda K, s: K.flat[0] * K.flat[-1] == 0 and min(K.shape) > 1 < min(out_shape(K, s)),
}


def is_varied(K, in_shape):
    """No row or column, no two weights alike and none of them zero, and room to move both ways."""
    return min(K.shape) > 1 < min(out_shape(K, in_shape)) and has_different_weights(K, in_shape)


def has_different_weights(K, in_shape):
    return len(np.unique(K)) == K.size and 0 not in K


def oblong(draw):
    """Neither kernel nor image nor output are square."""
    kernel, in_shape = draw.one_of(((2, 3), (3, 5)), ((3, 2), (5, 3)), ((2, 3), (5, 4)), ((3, 2), (4, 5)))
    return draw.array(*kernel), in_shape


def probe(*shape):
    """Whole numbers without a pattern."""
    i = np.arange(1.0, np.prod(shape) + 1).reshape(shape)
    return (5 * i * i + 3 * i) % 37 - 11


def same(got, expected):
    """Whether two arrays of whole numbers are equal; broadcasts nothing, and NaN equals nothing."""
    return got.shape == expected.shape and bool(np.all(np.abs(got - expected) < 1e-2))


def blocks(f, K, in_shape):
    """The matrix with four axes: row and column in the output, row and column in the image."""
    return f(K, in_shape).reshape(*out_shape(K, in_shape), *in_shape)


def full_convolution(Y, K):
    """Each entry of Y adds a multiple of K."""
    (h, w), (kh, kw) = Y.shape, K.shape
    total = np.zeros((h + kh - 1, w + kw - 1))
    for i in range(h):
        for j in range(w):
            total[i : i + kh, j : j + kw] += Y[i, j] * K
    return total


@law(times=100)
def has_a_row_for_each_pixel_of_the_output(f, K, in_shape):
    """The matrix has a row for each pixel of the output, and a column for each pixel of the image."""
    M = f(K, in_shape)
    expected = int(np.prod(out_shape(K, in_shape))), in_shape[0] * in_shape[1]
    require(M.shape == expected, f, (K, in_shape), f"Your result has shape {M.shape}; it should be {expected}.")


@law(times=100)
def times_an_image_is_the_correlation(f, K, in_shape):
    """M @ X.ravel() is the cross-correlation of X with K, flattened."""
    X = probe(*in_shape)
    expected = np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(X, K.shape), K).ravel()
    wrong = "Your matrix times an image, flattened, is not the cross-correlation of the image with K, flattened."
    require(same(f(K, in_shape) @ X.ravel(), expected), f, (K, in_shape), wrong)


@law(times=100)
def transposed_it_is_the_full_convolution(f, K, in_shape):
    """M.T @ Y.ravel() is the full convolution of Y with K, flattened."""
    Y = probe(*out_shape(K, in_shape))
    wrong = "Your matrix, transposed, times Y, flattened, is not the full convolution of Y with K, flattened."
    require(same(f(K, in_shape).T @ Y.ravel(), full_convolution(Y, K).ravel()), f, (K, in_shape), wrong)


@law(times=100)
def is_doubly_block_toeplitz(f, K, in_shape):
    """A step down in the output is a step down in the image, and so for a step to the right."""
    B = blocks(f, K, in_shape)
    down, right = same(B[1:, :, 1:], B[:-1, :, :-1]), same(B[:, 1:, :, 1:], B[:, :-1, :, :-1])
    require(down, f, (K, in_shape), "One pixel further down in the output, your row is not moved by one row of the image.")
    require(right, f, (K, in_shape), "One pixel further right in the output, your row is not moved by one column of the image.")


@law(times=100)
def is_zero_beside_the_window(f, K, in_shape):
    """The row of an output pixel is zero in all columns but those of the pixels under the kernel."""
    i, j, p, q = np.indices((*out_shape(K, in_shape), *in_shape))
    beside = (p < i) | (p >= i + K.shape[0]) | (q < j) | (q >= j + K.shape[1])
    outside = blocks(f, K, in_shape)[beside]
    require(same(outside, np.zeros(outside.shape)), f, (K, in_shape), "Your matrix holds numbers for pixels that do not lie under the kernel.")


@law(times=100)
def every_row_holds_the_kernel(f, K, in_shape):
    """Each row holds every weight of the kernel once, and zeros besides."""
    row = np.sort(np.append(K.ravel(), np.zeros(in_shape[0] * in_shape[1] - K.size)))
    expected = np.tile(row, (int(np.prod(out_shape(K, in_shape))), 1))
    require(same(np.sort(f(K, in_shape), axis=1), expected), f, (K, in_shape), "A row of your matrix does not hold each weight of K exactly once.")


@law(where=has_different_weights, times=100)
def every_column_holds_a_weight_for_each_window(f, K, in_shape):
    """The column of a pixel holds as many weights as there are windows that see the pixel."""
    windows = full_convolution(np.ones(out_shape(K, in_shape)), np.ones(K.shape)).ravel()
    wrong = "A column of your matrix holds more or fewer weights than there are windows that see its pixel."
    require(same((np.abs(f(K, in_shape)) > 0.5).sum(axis=0), windows), f, (K, in_shape), wrong)


@law(where=is_varied, times=3)
def a_one_hot_kernel_picks_pixels(f, K, in_shape):
    """A kernel with a single 1, at (a, b), gives rows with a single 1, at the pixel (i + a, j + b)."""
    (h, w), pixels = out_shape(K, in_shape), np.arange(in_shape[0] * in_shape[1])
    for a, b in (0, K.shape[1] - 1), (K.shape[0] - 1, 0):
        E = np.zeros(K.shape)
        E[a, b] = 1
        agree(f, (E, in_shape), np.eye(pixels.size)[pixels.reshape(in_shape)[a : a + h, b : b + w].ravel()])


@law(where=is_varied, times=3)
def is_linear_in_the_kernel(f, K, in_shape):
    """M(2 K + L) = 2 M(K) + M(L), and the matrix of a kernel of zeros is all zeros."""
    L = probe(*K.shape)
    agree(f, (2 * K + L, in_shape), 2 * f(K, in_shape) + f(L, in_shape))
    agree(f, (0 * K, in_shape), 0 * f(K, in_shape))


@law(cases=oblong, times=3)
def two_in_a_row_are_one(f, K, in_shape):
    """The matrix of K, then that of L, is the matrix of their full convolution."""
    L = probe(2, 2)
    agree(f, (full_convolution(L, K), in_shape), f(L, out_shape(K, in_shape)) @ f(K, in_shape))


@law(cases=oblong, times=3)
def rows_and_columns_may_trade_places(f, K, in_shape):
    """Transposing kernel and image transposes the output."""
    expected = blocks(f, K, in_shape).transpose(1, 0, 3, 2).reshape(f(K, in_shape).shape)
    agree(f, (K.T.copy(), in_shape[::-1]), expected)


@law(where=is_varied, times=3)
def its_blocks_are_the_matrices_of_the_rows_of_the_kernel(f, K, in_shape):
    """Block a of the first block row is the matrix of row a of the kernel on one row of the image."""
    W, Wo = in_shape[1], out_shape(K, in_shape)[1]
    for a in 0, K.shape[0] - 1:
        agree(f, (K[a : a + 1], (1, W)), f(K, in_shape)[:Wo, a * W : (a + 1) * W])


@law(where=is_varied, times=3)
def a_higher_image_adds_rows_and_columns(f, K, in_shape):
    """The matrix for an image that is higher by one row begins with this one."""
    (Ho, Wo), (H, W) = out_shape(K, in_shape), in_shape
    agree(f, (K, in_shape), f(K, (H + 1, W))[: Ho * Wo, : H * W])


@contract(where=lambda K, in_shape: is_whole(K) and is_varied(K, in_shape), times=3)
def does_not_truncate(f, K, in_shape):
    """A kernel of integers gives the same numbers as the same one of floats, and fractions stay fractions."""
    agree(f, (K.astype(np.int64), in_shape), f(K, in_shape))
    agree(f, (K / 4, in_shape), f(K, in_shape) / 4, 1 / 64)
