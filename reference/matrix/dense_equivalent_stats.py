"""dense_equivalent_stats: the plain reference, two other ways to the same counts, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv2D and keras.layers.Dense"

VALUE = "agrees_with_the_reference"
SIX = "holds_six_whole_numbers"
SUMS = "zeros_and_nonzeros_are_all_entries"
ONCE = "every_row_uses_every_weight_once"
SHAPE = "has_a_row_for_each_place_and_a_column_for_each_pixel"
MATRIX = "counts_what_the_matrix_holds"
TRADE = "height_and_width_may_trade_places"
SAME = "the_weights_do_not_depend_on_the_image"
FREE = "a_kernel_as_large_as_the_image_is_a_free_layer"
PIXEL = "a_kernel_of_one_pixel_is_a_multiple_of_the_identity"
NEXT = "the_next_layer_has_a_column_for_each_row"
MEMORY = "remembers_nothing"


def dense_equivalent_stats(in_shape, kernel):
    """Sparse interactions and shared parameters, counted (Goodfellow et al., Deep Learning, section 9.2)."""
    (H, W), (h, w) = in_shape, kernel
    return stats((H - h + 1) * (W - w + 1), H * W, h * w)


def stats(rows, cols, weights):
    """The counts of a matrix whose rows share so many weights."""
    entries, nonzeros = rows * cols, rows * weights
    return {"rows": rows, "cols": cols, "entries": entries, "nonzeros": nonzeros, "zeros": entries - nonzeros, "distinct": weights}


def second_technique(in_shape, kernel):
    """Write the matrix out as pixel numbers under the kernel, and count."""
    pixels = np.arange(in_shape[0] * in_shape[1]).reshape(in_shape)
    seen = np.lib.stride_tricks.sliding_window_view(pixels, kernel).reshape(-1, kernel[0] * kernel[1])
    M = np.zeros((len(seen), pixels.size), int)
    np.put_along_axis(M, seen, np.arange(1, seen.shape[1] + 1)[None, :], axis=1)
    used = np.count_nonzero(M)
    counts = (*M.shape, M.size, used, M.size - used, len(set(M.ravel().tolist()) - {0}))
    return dict(zip(("rows", "cols", "entries", "nonzeros", "zeros", "distinct"), map(int, counts), strict=True))


def keras(in_shape, kernel):
    """Count the parameters of Conv2D and Dense; a kernel of ones on an image of ones adds up the weights in use."""
    import keras
    import numpy as np

    convolution = keras.layers.Conv2D(1, kernel, use_bias=False, kernel_initializer="ones", dtype="float64")
    output = convolution(np.ones((1, *in_shape, 1)))
    rows, cols = int(np.prod(output.shape)), int(np.prod(in_shape))
    dense = keras.layers.Dense(rows, use_bias=False)
    dense.build((None, cols))
    entries, used = dense.count_params(), round(float(keras.ops.sum(output)))
    weights = convolution.count_params()
    return {"rows": rows, "cols": cols, "entries": entries, "nonzeros": used, "zeros": entries - used, "distinct": weights}


def changed(in_shape, kernel, **counts):
    """The right counts, but for some that are given."""
    return {**dense_equivalent_stats(in_shape, kernel), **counts}


@misconception(
    "Your entries count a bias for each row. Count weights only.",
    fails={VALUE, SUMS, FREE, PIXEL},
)
def counts_biases(in_shape, kernel):
    right = dense_equivalent_stats(in_shape, kernel)
    return {**right, "entries": right["entries"] + right["rows"]}


@misconception("Your different weights count a bias. Count weights only.", fails={VALUE, ONCE, MATRIX, FREE, PIXEL})
def counts_the_bias_of_the_convolution(in_shape, kernel):
    return changed(in_shape, kernel, distinct=kernel[0] * kernel[1] + 1)


@misconception(
    "You count Kh * Kw weights for each column. Each row has so many; the columns of pixels at the border have fewer.",
    fails={VALUE, ONCE, MATRIX, SAME, FREE},
)
def counts_the_weights_by_columns(in_shape, kernel):
    right = dense_equivalent_stats(in_shape, kernel)
    used = right["cols"] * right["distinct"]
    return {**right, "nonzeros": used, "zeros": right["entries"] - used}


@misconception("You count every nonzero entry as a weight of its own. All rows share the Kh * Kw weights.", fails={VALUE, ONCE, MATRIX, SAME, PIXEL})
def counts_shared_weights_again(in_shape, kernel):
    return changed(in_shape, kernel, distinct=dense_equivalent_stats(in_shape, kernel)["nonzeros"])


@misconception(
    "You count each weight once among the nonzeros. It stands in every row: rows * Kh * Kw entries hold a weight.",
    fails={VALUE, ONCE, MATRIX, SAME, PIXEL},
)
def counts_every_weight_once_among_the_nonzeros(in_shape, kernel):
    entries, weights = dense_equivalent_stats(in_shape, kernel)["entries"], kernel[0] * kernel[1]
    return changed(in_shape, kernel, nonzeros=weights, zeros=entries - weights)


@misconception(
    "You take the different weights off the entries to count the zeros. Take all nonzeros off.",
    fails={VALUE, SUMS, MATRIX, PIXEL},
)
def takes_only_the_different_weights_off(in_shape, kernel):
    return changed(in_shape, kernel, zeros=dense_equivalent_stats(in_shape, kernel)["entries"] - kernel[0] * kernel[1])


@misconception("You count zero as one of the different weights. It is no weight of the kernel.", fails={VALUE, ONCE, MATRIX, PIXEL})
def counts_zero_as_a_weight(in_shape, kernel):
    right = dense_equivalent_stats(in_shape, kernel)
    return {**right, "distinct": right["distinct"] + (right["zeros"] > 0)}


@misconception(
    "You leave out the last place down and across: a kernel of n fits into N at N - n + 1 places.", fails={VALUE, SHAPE, MATRIX, FREE, PIXEL, NEXT}
)
def leaves_out_the_last_position(in_shape, kernel):
    (H, W), (h, w) = in_shape, kernel
    return stats((H - h) * (W - w), H * W, h * w)


@misconception(
    "You give the output as many pixels as the image. Without padding there are (H - Kh + 1) * (W - Kw + 1).",
    fails={VALUE, SHAPE, MATRIX, FREE, NEXT},
)
def keeps_the_size_of_the_image(in_shape, kernel):
    pixels = in_shape[0] * in_shape[1]
    return stats(pixels, pixels, kernel[0] * kernel[1])


@misconception(
    "You add the kernel's size to the image's, as for full padding. Without padding there are (H - Kh + 1) * (W - Kw + 1) places.",
    fails={VALUE, SHAPE, MATRIX, FREE, NEXT},
)
def pads_for_full_mode(in_shape, kernel):
    (H, W), (h, w) = in_shape, kernel
    return stats((H + h - 1) * (W + w - 1), H * W, h * w)


@misconception(
    "You move the kernel by its own size. Neighbouring places are one pixel apart.",
    fails={VALUE, SHAPE, MATRIX, NEXT},
)
def moves_by_the_kernel(in_shape, kernel):
    (H, W), (h, w) = in_shape, kernel
    return stats((H // h) * (W // w), H * W, h * w)


@misconception(
    "Rows and columns are exchanged: there is a row for each pixel of the output.",
    fails={VALUE, ONCE, SHAPE, SAME, FREE, NEXT},
)
def exchanges_rows_and_columns(in_shape, kernel):
    right = dense_equivalent_stats(in_shape, kernel)
    return {**right, "rows": right["cols"], "cols": right["rows"]}


@misconception(
    "You give rows and columns of the output. The matrix has a row for each pixel of it.",
    fails={VALUE, SUMS, ONCE, SHAPE, TRADE, SAME, FREE, PIXEL, NEXT},
)
def gives_the_shape_of_the_output(in_shape, kernel):
    return changed(in_shape, kernel, rows=in_shape[0] - kernel[0] + 1, cols=in_shape[1] - kernel[1] + 1)


@misconception(
    "You use the image's height for its width as well: that works for square images only.",
    fails={VALUE, SHAPE, MATRIX, TRADE, FREE, PIXEL, NEXT},
)
def takes_the_image_for_square(in_shape, kernel):
    return dense_equivalent_stats((in_shape[0], in_shape[0]), kernel)


@misconception(
    "You use the kernel's height for its width as well: that works for square kernels only.",
    fails={VALUE, SHAPE, MATRIX, TRADE, FREE, NEXT},
)
def takes_the_kernel_for_square(in_shape, kernel):
    return dense_equivalent_stats(in_shape, (kernel[0], kernel[0]))


@misconception(
    "Height and width of the kernel are exchanged: Kh goes with H, Kw with W.",
    fails={VALUE, SHAPE, MATRIX, FREE, NEXT},
)
def exchanges_height_and_width_of_the_kernel(in_shape, kernel):
    return dense_equivalent_stats(in_shape, kernel[::-1])


@misconception("Your counts are floats. Multiply and subtract whole numbers, and divide with // where you must.", fails={VALUE, SIX, FREE, PIXEL})
def gives_floats(in_shape, kernel):
    return {key: float(count) for key, count in dense_equivalent_stats(in_shape, kernel).items()}


@misconception(
    "Your dict lacks the zeros: six keys are asked for.",
    fails={VALUE, SIX, SUMS, MATRIX, FREE, PIXEL},
)
def leaves_out_the_zeros(in_shape, kernel):
    right = dense_equivalent_stats(in_shape, kernel)
    del right["zeros"]
    return right


_totals = {}


@misconception(
    "Your function adds to the counts of earlier calls. Start every call with counts of its own.",
    fails={VALUE, ONCE, SUMS, SHAPE, MATRIX, TRADE, SAME, FREE, PIXEL, NEXT, MEMORY},
)
def adds_to_earlier_counts(in_shape, kernel):
    for key, count in dense_equivalent_stats(in_shape, kernel).items():
        _totals[key] = _totals.get(key, 0) + count
    return dict(_totals)
