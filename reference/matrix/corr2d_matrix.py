"""corr2d_matrix: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv2D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_a_row_for_each_pixel_of_the_output"
TIMES = "times_an_image_is_the_correlation"
ADJOINT = "transposed_it_is_the_full_convolution"
BLOCKS = "is_doubly_block_toeplitz"
BESIDE = "is_zero_beside_the_window"
ROWS = "every_row_holds_the_kernel"
COLUMNS = "every_column_holds_a_weight_for_each_window"
ONE_HOT = "a_one_hot_kernel_picks_pixels"
LINEAR = "is_linear_in_the_kernel"
TWO = "two_in_a_row_are_one"
TRADE = "rows_and_columns_may_trade_places"
PARTS = "its_blocks_are_the_matrices_of_the_rows_of_the_kernel"
HIGHER = "a_higher_image_adds_rows_and_columns"
TRUNCATE = "does_not_truncate"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"

EVERY = {VALUE, SHAPE, TIMES, ADJOINT, BLOCKS, BESIDE, ROWS, COLUMNS, ONE_HOT, TWO, TRADE, PARTS, HIGHER}
"""What a matrix of another shape fails as a rule; linear it is all the same."""


def corr2d_matrix(K, in_shape):
    """The weights of Conv2D as those of a dense layer, doubly block Toeplitz (Goodfellow et al., Deep Learning, section 9.1)."""
    (h, w), (H, W) = K.shape, in_shape
    Ho, Wo = H - h + 1, W - w + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(h):
                for b in range(w):
                    M[i * Wo + j, (i + a) * W + j + b] = K[a, b]
    return M


def second_technique(K, in_shape):
    """The cross-correlations of all images with a single 1, as columns."""
    units = np.eye(in_shape[0] * in_shape[1]).reshape(-1, *in_shape)
    windows = np.lib.stride_tricks.sliding_window_view(units, K.shape, (1, 2))
    return np.einsum("pijab,ab->ijp", windows, K).reshape(-1, len(units))


def keras(K, in_shape):
    """The answers of a Conv2D with this kernel to all images with a single 1, as columns."""
    import keras

    layer = keras.layers.Conv2D(1, K.shape, use_bias=False)
    layer.build((None, *in_shape, 1))
    layer.set_weights([K[:, :, None, None]])
    pixels = in_shape[0] * in_shape[1]
    return keras.ops.convert_to_numpy(layer(np.eye(pixels).reshape(pixels, *in_shape, 1))).reshape(pixels, -1).T


def terms(K, in_shape):
    """A weight is a weight: nothing is added up."""
    return 1


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    yield array(3, 4), (11, 13)


def place(K, in_shape, column=lambda i, j, a, b, W, Wo: (i + a) * W + j + b):
    """What a student's loops do, with the column of a weight changed."""
    (h, w), (H, W) = K.shape, in_shape
    Ho, Wo = H - h + 1, W - w + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(h):
                for b in range(w):
                    M[i * Wo + j, column(i, j, a, b, W, Wo)] = K[a, b]
    return M


def padded(K, in_shape, top, left):
    """The matrix whose output is as large as the image, kernels that begin `top` above and `left` of the pixel cut off."""
    (H, W), (h, w) = in_shape, K.shape
    larger = corr2d_matrix(K, (H + h - 1, W + w - 1)).reshape(H * W, H + h - 1, W + w - 1)
    return larger[:, top : top + H, left : left + W].reshape(H * W, H * W)


@misconception("You flip the kernel. corr2d does not: K[0, 0] meets the top left of the window.", fails={VALUE, TIMES, ADJOINT, ONE_HOT, PARTS})
def flips_the_kernel(K, in_shape):
    return corr2d_matrix(K[::-1, ::-1], in_shape)


@misconception(
    "You turn the kernel upside down: its first row belongs on the first row of the window.", fails={VALUE, TIMES, ADJOINT, ONE_HOT, TRADE, PARTS}
)
def flips_the_rows_of_the_kernel(K, in_shape):
    return corr2d_matrix(K[::-1], in_shape)


@misconception("You mirror the kernel: its first column belongs on the first column of the window.", fails={VALUE, TIMES, ADJOINT, ONE_HOT, TRADE})
def mirrors_the_columns_of_the_kernel(K, in_shape):
    return corr2d_matrix(K[:, ::-1], in_shape)


@misconception(
    "Rows and columns of the kernel are exchanged, which shows on square kernels that are not symmetric.",
    fails={VALUE, TIMES, ADJOINT, ONE_HOT, TWO, PARTS},
)
def transposes_a_square_kernel(K, in_shape):
    return corr2d_matrix(K.T if K.shape[0] == K.shape[1] else K, in_shape)


@misconception(
    "You use the width of the output to find a pixel of the image. Pixel (r, c) is in column r * W + c, with the width W of the image.",
    fails={VALUE, TIMES, ADJOINT, BLOCKS, BESIDE, ROWS, COLUMNS, ONE_HOT, TWO, TRADE, PARTS},
)
def takes_the_width_of_the_output_for_columns(K, in_shape):
    return place(K, in_shape, lambda i, j, a, b, W, Wo: (i + a) * Wo + j + b)


@misconception(
    "You use the width of the image to find a row of the matrix. Output (i, j) is row i * Wo + j, with the width Wo of the output.",
    fails={VALUE, TIMES, ADJOINT, BLOCKS, BESIDE, ROWS, COLUMNS, ONE_HOT, TWO, TRADE, HIGHER},
)
def takes_the_width_of_the_image_for_rows(K, in_shape):
    (h, w), (H, W) = K.shape, in_shape
    right = corr2d_matrix(K, in_shape)
    M = np.zeros(right.shape)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            row = min(i * W + j, len(M) - 1)
            M[row] = right[i * (W - w + 1) + j]
    return M


@misconception(
    "You move each row by one column. Where the kernel begins a new row of the image, it moves by Kw columns.",
    fails={VALUE, TIMES, ADJOINT, BLOCKS, BESIDE, COLUMNS, ONE_HOT, TWO, TRADE},
)
def moves_by_one_at_every_row(K, in_shape):
    return place(K, in_shape, lambda i, j, a, b, W, Wo: i * Wo + j + a * W + b)


@misconception(
    "You write the kernel in one piece. Its rows are W columns apart, because W pixels further on is one row further down.",
    fails={VALUE, TIMES, ADJOINT, BESIDE, COLUMNS, ONE_HOT, TWO, TRADE, PARTS},
)
def writes_the_kernel_in_one_piece(K, in_shape):
    return place(K, in_shape, lambda i, j, a, b, W, Wo: i * W + j + a * K.shape[1] + b)


@misconception("Your matrix is transposed: it has a row for each pixel of the output, and a column for each pixel of the image.", fails=EVERY)
def transposes_the_matrix(K, in_shape):
    return corr2d_matrix(K, in_shape).T


@misconception(
    "You flatten image and output column by column. Here they are flattened row by row, as X.ravel() does.",
    fails={VALUE, TIMES, ADJOINT, BLOCKS, BESIDE, COLUMNS, ONE_HOT, TRADE, PARTS, HIGHER},
)
def flattens_column_by_column(K, in_shape):
    return corr2d_matrix(K.T, in_shape[::-1])


@misconception(
    "You flatten the output column by column. Output (i, j) is row i * Wo + j of the matrix.",
    fails={VALUE, TIMES, ADJOINT, BLOCKS, BESIDE, ONE_HOT, TWO, TRADE, PARTS, HIGHER},
)
def flattens_the_output_column_by_column(K, in_shape):
    Ho, Wo = in_shape[0] - K.shape[0] + 1, in_shape[1] - K.shape[1] + 1
    return corr2d_matrix(K, in_shape).reshape(Ho, Wo, -1).swapaxes(0, 1).reshape(Ho * Wo, -1)


@misconception(
    "You flatten the image column by column. Pixel (r, c) is in column r * W + c of the matrix.",
    fails={VALUE, TIMES, ADJOINT, BLOCKS, BESIDE, COLUMNS, ONE_HOT, TWO, TRADE, PARTS, HIGHER},
)
def flattens_the_image_column_by_column(K, in_shape):
    M = corr2d_matrix(K, in_shape)
    return M.reshape(-1, *in_shape).swapaxes(1, 2).reshape(M.shape)


@misconception("Height and width of the image are exchanged: in_shape is (H, W).", fails=EVERY)
def exchanges_height_and_width_of_the_image(K, in_shape):
    return corr2d_matrix(K, in_shape[::-1])


@misconception("You use the image's height for its width as well: that works for square images only.", fails=EVERY)
def takes_the_image_for_square(K, in_shape):
    return corr2d_matrix(K, (in_shape[0], in_shape[0]))


@misconception("You use the kernel's height for its width as well: that works for square kernels only.", fails={*EVERY, LINEAR, TRUNCATE})
def takes_the_kernel_for_square(K, in_shape):
    h, (H, W) = K.shape[0], in_shape
    M = np.zeros(((H - h + 1) * (W - h + 1), H * W))
    for i in range(H - h + 1):
        for j in range(W - h + 1):
            for a in range(h):
                M[i * (W - h + 1) + j, (i + a) * W + j : (i + a) * W + j + h] = K[a]
    return M


@misconception(
    "Your matrix has a row for each pixel of the image, with rows of zeros where the kernel does not fit. Only the places where it fits have a row.",
    fails=EVERY - {COLUMNS},
)
def keeps_the_size_of_the_image(K, in_shape):
    (H, W), (h, w) = in_shape, K.shape
    M = np.zeros((H, W, H * W))
    M[: H - h + 1, : W - w + 1] = corr2d_matrix(K, in_shape).reshape(H - h + 1, W - w + 1, -1)
    return M.reshape(H * W, H * W)


@misconception("You pad the image with zeros, so that the output is as large as the image. This exercise has no padding.", fails=EVERY)
def pads_to_the_size_of_the_image(K, in_shape):
    return padded(K, in_shape, (K.shape[0] - 1) // 2, (K.shape[1] - 1) // 2)


@misconception(
    "Your kernel goes on at the other side when it leaves the image. That is the matrix of periodic convolution, doubly block circulant.", fails=EVERY
)
def wraps_around_the_image(K, in_shape):
    (H, W), (h, w) = in_shape, K.shape
    image = np.zeros(in_shape)
    image[:h, :w] = K
    return np.array([np.roll(image, (i, j), (0, 1)).ravel() for i in range(H) for j in range(W)])


@misconception("The last row and column of places are missing: a kernel of n fits into N at N - n + 1 places, not N - n.", fails=EVERY)
def leaves_out_the_last_position(K, in_shape):
    Ho, Wo = in_shape[0] - K.shape[0] + 1, in_shape[1] - K.shape[1] + 1
    return corr2d_matrix(K, in_shape).reshape(Ho, Wo, -1)[:-1, :-1].reshape((Ho - 1) * (Wo - 1), -1 if Ho > 1 < Wo else in_shape[0] * in_shape[1])


@misconception("Your matrix holds integers, so every weight is truncated. Make it an array of floats.", fails={VALUE, TRUNCATE})
def allocates_integers(K, in_shape):
    return corr2d_matrix(K, in_shape).astype(int)


@misconception("You turn the kernel round in place, which changes the caller's array. Work on a copy.", fails={INPUTS})
def changes_the_kernel(K, in_shape):
    M = corr2d_matrix(K, in_shape)
    K[:] = K[::-1, ::-1].copy()
    return M


_calls = []


@misconception(
    "Your function counts its calls and lets them into the result. Start every call afresh.",
    fails={VALUE, TIMES, ADJOINT, ROWS, ONE_HOT, LINEAR, TWO, TRADE, PARTS, HIGHER, TRUNCATE, MEMORY},
)
def counts_its_calls(K, in_shape):
    _calls.append(in_shape)
    return corr2d_matrix(K, in_shape) * len(_calls)
