"""pool: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.MaxPooling2D, keras.layers.AveragePooling2D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_the_right_shape"
WITHIN = "stays_within_its_window"
ADDED = "a_constant_added_is_added"
LEFT_OUT = "what_is_left_out_may_be_written_out"
EVERY = "a_stride_keeps_every_sth_window"
REST = "what_fills_no_window_does_not_count"
PADDING = "padding_weighs_nothing"
TRANSPOSE = "rows_and_columns_may_trade_places"
SEPARABLE = "rows_then_columns"
BRIGHT = "a_bright_pixel_fills_its_windows"
LINEAR = "averages_add_up"
INTEGERS = "does_not_truncate_integers"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def pool(X, size, stride=None, padding="valid", mode="max"):
    """Pooling in plain loops (V. Dumoulin and F. Visin, A guide to convolution arithmetic for deep learning, 2016, section 3)."""
    (H, W), (ph, pw), (sh, sw) = X.shape, size, stride or size
    rows, top = places(H, ph, sh, padding)
    columns, left = places(W, pw, sw, padding)
    Y = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            down = range(i * sh - top, i * sh - top + ph)
            across = range(j * sw - left, j * sw - left + pw)
            entries = [float(X[a, b]) for a in down for b in across if 0 <= a < H and 0 <= b < W]
            Y[i, j] = max(entries) if mode == "max" else sum(entries) / len(entries)
    return Y


def places(n, k, s, padding):
    """The number of windows on an axis, and the cells added in front."""
    if padding == "valid":
        return (n - k) // s + 1, 0
    count = -(-n // s)
    return count, max((count - 1) * s + k - n, 0) // 2


def second_technique(X, size, stride=None, padding="valid", mode="max"):
    """Which window holds which row, and which column, as matrices: means are matrix products, maxima those of masked images."""
    R, C = (holds(n, k, s, padding) for n, k, s in zip(X.shape, size, stride or size, strict=True))
    if mode == "avg":
        return (R @ X @ C.T) / np.outer(R.sum(1), C.sum(1))
    held = (R[:, None, :, None] * C[None, :, None, :]) > 0
    return np.where(held, X, -np.inf).max((2, 3))


def holds(n, k, s, padding):
    """The 0-1 matrix of windows and cells; the padding in TensorFlow's own words (its notes on padding schemes)."""
    added = 0 if padding == "valid" else max(k - s, 0) if n % s == 0 else max(k - n % s, 0)
    last = n + added - k
    starts = np.arange(0, last + 1, s) - added // 2
    offsets = np.arange(n) - starts[:, None]
    return ((offsets >= 0) & (offsets < k)).astype(float)


def keras(X, size, stride=None, padding="valid", mode="max"):
    """The Keras layer of the mode."""
    import keras

    layer = keras.layers.MaxPooling2D if mode == "max" else keras.layers.AveragePooling2D
    return keras.ops.convert_to_numpy(layer(size, strides=stride, padding=padding)(X[None, :, :, None]))[0, :, :, 0]


def terms(X, size, stride=None, padding="valid", mode="max"):
    """A mean adds up its window and divides; a maximum is an entry as it is."""
    return size[0] * size[1] + 1 if mode == "avg" else 0


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    for mode in ("max", "avg"):
        yield array(41, 38), (2, 2), None, "valid", mode
        yield array(37, 42), (3, 5), (2, 1), "same", mode


def sweep(X, size, stride, padding, mode, places=places, largest=np.max, mean=np.mean):
    """What a student's double loop does, with one part of it changed."""
    (H, W), (ph, pw), (sh, sw) = X.shape, size, stride or size
    rows, top = places(H, ph, sh, padding)
    columns, left = places(W, pw, sw, padding)
    Y = np.zeros((max(rows, 0), max(columns, 0)))
    for i in range(len(Y)):
        for j in range(len(Y[i])):
            window = X[max(i * sh - top, 0) : max(i * sh - top + ph, 0), max(j * sw - left, 0) : max(j * sw - left + pw, 0)]
            if window.size:
                Y[i, j] = (largest if mode == "max" else mean)(window)
    return Y


def around(X, size, stride, padding):
    """The cells that are added in front and behind, down and across."""
    pads = []
    for n, k, s in zip(X.shape, size, stride or size, strict=True):
        count, front = places(n, k, s, padding)
        pads.append((front, max((count - 1) * s + k - n - front, 0)))
    return pads


@misconception(
    "You pad with zeros, which beat negative numbers and darken means. Padding must not take part: take only what the image holds.",
    fails={VALUE, WITHIN, ADDED, PADDING},
)
def pads_with_zeros(X, size, stride=None, padding="valid", mode="max"):
    return sweep(np.pad(X, around(X, size, stride, padding)), size, stride or size, "valid", mode)


@misconception(
    "Your mean divides by ph * pw at the border as well. Divide by the number of pixels of the image that the window holds.",
    fails={VALUE, WITHIN, ADDED, PADDING},
)
def counts_the_padding_in_the_mean(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, size, stride, padding, mode, mean=lambda window: window.sum() / (size[0] * size[1]))


@misconception(
    "You repeat the border in the padding, which counts its pixels more than once in a mean. Padding must not take part.",
    fails={VALUE, PADDING},
)
def repeats_the_border(X, size, stride=None, padding="valid", mode="max"):
    return sweep(np.pad(X, around(X, size, stride, padding), mode="edge"), size, stride or size, "valid", mode)


@misconception(
    "Without a stride you move by one pixel. The stride that is left out is the size of the window.",
    fails={VALUE, SHAPE, WITHIN, LEFT_OUT},
)
def moves_by_one_pixel(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, stride or (1, 1), padding, mode)


@misconception(
    "Without a stride you move by the window's height in both directions. Across, the step is its width.",
    fails={VALUE, SHAPE, WITHIN, LEFT_OUT},
)
def moves_by_the_height(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, stride or (size[0], size[0]), padding, mode)


@misconception(
    "With 'valid' you keep the last window although it is cut off by the border. It does not count: round down.",
    fails={VALUE, SHAPE, WITHIN, EVERY, REST},
)
def keeps_the_last_window_that_is_cut(X, size, stride=None, padding="valid", mode="max"):
    def rounded_up(n, k, s, padding):
        count, front = places(n, k, s, padding)
        return count + (padding == "valid" and (n - k) % s > 0 and count * s < n), front

    return sweep(X, size, stride, padding, mode, rounded_up)


@misconception(
    "With 'valid' you start a window at every multiple of the stride, range(0, H, sh). Only windows that lie inside completely count.",
    fails={VALUE, SHAPE, WITHIN, REST, PADDING},
)
def starts_a_window_at_every_stride(X, size, stride=None, padding="valid", mode="max"):
    def everywhere(n, k, s, padding):
        return -(-n // s), places(n, k, s, padding)[1]

    return sweep(X, size, stride, padding, mode, everywhere)


@misconception(
    "You move across by the step down. stride is (down, across).",
    fails={VALUE, SHAPE, WITHIN, EVERY, PADDING, TRANSPOSE, SEPARABLE, BRIGHT},
)
def moves_across_by_the_step_down(X, size, stride=None, padding="valid", mode="max"):
    down, _ = stride or size
    return pool(X, size, (down, down), padding, mode)


@misconception("The two steps are exchanged: stride is (down, across).", fails={VALUE, SHAPE, WITHIN, EVERY, PADDING, SEPARABLE, BRIGHT})
def exchanges_the_strides(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, (stride or size)[::-1], padding, mode)


@misconception("You always move by the size of the window. A stride that is given is the step.", fails={VALUE, SHAPE, WITHIN, EVERY, PADDING, BRIGHT})
def ignores_the_stride(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, size, padding, mode)


@misconception(
    "Height and width of the window are exchanged: size is (height, width).",
    fails={VALUE, SHAPE, WITHIN, PADDING, SEPARABLE, BRIGHT},
)
def exchanges_height_and_width(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, size[::-1], stride or size, padding, mode)


@misconception(
    "You take the window for square, with its height for the width as well.",
    fails={VALUE, SHAPE, WITHIN, PADDING, TRANSPOSE, BRIGHT},
)
def takes_the_window_for_square(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, (size[0], size[0]), stride or size, padding, mode)


@misconception(
    "You take the image for square, with its height for the width as well.",
    fails={VALUE, SHAPE, WITHIN, PADDING, TRANSPOSE, SEPARABLE, BRIGHT},
)
def takes_the_image_for_square(X, size, stride=None, padding="valid", mode="max"):
    H, W = X.shape
    return sweep(np.pad(X, ((0, 0), (0, max(H - W, 0))), mode="edge")[:, :H], size, stride, padding, mode)


@misconception(
    "With 'same' you do as with 'valid'. With 'same' there is a window for every stride begun, and the last ones may reach over the border.",
    fails={VALUE, SHAPE, WITHIN, PADDING, BRIGHT},
)
def takes_same_for_valid(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, size, stride, "valid", mode)


@misconception(
    "With 'same' your result is as large as the image. It has a row and a column for every stride begun.",
    fails={VALUE, SHAPE, WITHIN, PADDING, BRIGHT},
)
def keeps_the_size_with_same(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, (1, 1) if padding == "same" else stride, padding, mode)


@misconception(
    "With 'same' you round H / sh and W / sw down. A stride that is only begun has a window as well: round up.",
    fails={VALUE, SHAPE, WITHIN, PADDING},
)
def rounds_down_with_same(X, size, stride=None, padding="valid", mode="max"):
    sh, sw = stride or size
    Y = pool(X, size, stride, padding, mode)
    return Y[: X.shape[0] // sh, : X.shape[1] // sw] if padding == "same" else Y


@misconception(
    "Of an odd number of added cells you put the larger part in front. It belongs behind: at the bottom and at the right.",
    fails={VALUE, WITHIN, PADDING, BRIGHT},
)
def puts_the_odd_cell_in_front(X, size, stride=None, padding="valid", mode="max"):
    def lower(n, k, s, padding):
        count, front = places(n, k, s, padding)
        total = max((count - 1) * s + k - n, 0)
        return count, total - front

    return sweep(X, size, stride, padding, mode, lower)


@misconception("You put all added cells behind. Half of them, rounded down, belong in front.", fails={VALUE, WITHIN, PADDING})
def pads_only_behind(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, size, stride, padding, mode, lambda *axis: (places(*axis)[0], 0))


@misconception(
    "You pad as for stride 1. With a longer stride fewer cells are added: max((o - 1) * s + k - n, 0).", fails={VALUE, WITHIN, PADDING, BRIGHT}
)
def pads_as_for_stride_one(X, size, stride=None, padding="valid", mode="max"):
    def fixed(n, k, s, padding):
        return places(n, k, s, padding)[0], (k - 1) // 2 if padding == "same" else 0

    return sweep(X, size, stride, padding, mode, fixed)


@misconception(
    "You add k // 2 cells on either side. How many 'same' adds follows from image and stride: max((o - 1) * s + k - n, 0) in all.",
    fails={VALUE, SHAPE, WITHIN, PADDING, BRIGHT},
)
def pads_half_the_window_on_either_side(X, size, stride=None, padding="valid", mode="max"):
    def halves(n, k, s, padding):
        p = k // 2 if padding == "same" else 0
        return (n + 2 * p - k) // s + 1, p

    return sweep(X, size, stride, padding, mode, halves)


@misconception("You take the maximum whatever the mode: 'avg' asks for the mean.", fails={VALUE, PADDING, LINEAR})
def always_takes_the_maximum(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, stride, padding, "max")


@misconception("You take the mean whatever the mode: 'max' asks for the largest entry.", fails={VALUE, PADDING, BRIGHT})
def always_takes_the_mean(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, stride, padding, "avg")


@misconception("Without a mode you take the mean. The mode that is left out is 'max'.", fails={VALUE, LEFT_OUT})
def takes_the_mean_without_a_mode(X, size, stride=None, padding="valid", mode="avg"):
    return pool(X, size, stride, padding, mode)


@misconception("You keep the smallest entry of the window instead of the largest.", fails={VALUE, PADDING, BRIGHT})
def takes_the_minimum(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, size, stride, padding, mode, largest=np.min)


@misconception("You take the largest absolute value. The maximum looks at the sign: -1 is larger than -5.", fails={VALUE, WITHIN, ADDED, PADDING})
def takes_the_largest_absolute_value(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, size, stride, padding, mode, largest=lambda window: np.abs(window).max())


@misconception(
    "Your maximum starts at 0, which beats every negative number. Start with an entry of the window, or with minus infinity.",
    fails={VALUE, WITHIN, ADDED},
)
def starts_the_maximum_at_zero(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, size, stride, padding, mode, largest=lambda window: max(0, window.max()))


@misconception(
    "Your maximum starts at -1, which beats every smaller number. Start with an entry of the window, or with minus infinity.",
    fails={VALUE, WITHIN, ADDED},
)
def starts_the_maximum_at_minus_one(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, size, stride, padding, mode, largest=lambda window: max(-1, window.max()))


@misconception("For 'avg' you add up the window without dividing by the number of its pixels.", fails={VALUE, WITHIN, ADDED, PADDING})
def sums_instead_of_averaging(X, size, stride=None, padding="valid", mode="max"):
    return sweep(X, size, stride, padding, mode, mean=np.sum)


@misconception(
    "Your result is transposed: Y[i, j] is the window i steps down and j steps across.",
    fails={VALUE, SHAPE, WITHIN, EVERY, SEPARABLE, BRIGHT},
)
def transposes_the_result(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, stride, padding, mode).T


@misconception("Your result holds integers, so every mean is truncated. Make it an array of floats.", fails={VALUE, ADDED, PADDING})
def allocates_integers(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, stride, padding, mode).astype(int)


@misconception(
    "Your result has the type of the image, so with an image of integers every mean is truncated. Make it an array of floats.", fails={INTEGERS}
)
def takes_the_type_of_the_image(X, size, stride=None, padding="valid", mode="max"):
    return pool(X, size, stride, padding, mode).astype(X.dtype)


@misconception("You write into the image. Make a new array for the result.", fails={INPUTS})
def writes_into_the_image(X, size, stride=None, padding="valid", mode="max"):
    Y = pool(X, size, stride, padding, mode)
    X[: Y.shape[0], : Y.shape[1]] = Y[: X.shape[0], : X.shape[1]]
    return Y


_calls = []


@misconception(
    "Your function keeps something between calls, and it gets into the result. Start every call afresh.",
    fails={VALUE, WITHIN, ADDED, LEFT_OUT, EVERY, REST, PADDING, TRANSPOSE, SEPARABLE, BRIGHT, LINEAR, INTEGERS, MEMORY},
)
def counts_its_calls(X, size, stride=None, padding="valid", mode="max"):
    _calls.append(X.shape)
    return pool(X, size, stride, padding, mode) + len(_calls) - 1
