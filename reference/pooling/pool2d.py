"""pool2d: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.MaxPooling2D, keras.layers.AveragePooling2D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_the_valid_shape"
WITHIN = "stays_within_the_window"
ADDED = "a_constant_added_is_added"
FACTOR = "a_positive_factor_is_kept"
TRANSPOSE = "rows_and_columns_may_trade_places"
SEPARABLE = "rows_then_columns"
ROW = "a_row_less_is_a_row_less"
BRIGHT = "a_bright_pixel_fills_its_windows"
LINEAR = "averages_add_up"
REFUSES = "refuses_a_window_that_does_not_fit"
NEITHER = "refuses_a_window_that_fits_neither_way"
MODE = "refuses_any_other_mode"
INTEGERS = "does_not_truncate_integers"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def pool2d(X, pool_size, mode="max"):
    """Pooling in plain loops (Zhang et al., Dive into Deep Learning, section 7.5)."""
    ph, pw = fits(X, pool_size, mode)
    Y = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            entries = [float(X[i + a, j + b]) for a in range(ph) for b in range(pw)]
            Y[i, j] = max(entries) if mode == "max" else sum(entries) / len(entries)
    return Y


def second_technique(X, pool_size, mode="max"):
    """All windows at once."""
    fits(X, pool_size, mode)
    windows = np.lib.stride_tricks.sliding_window_view(X, pool_size)
    return windows.max((2, 3)) if mode == "max" else windows.mean((2, 3))


def keras(X, pool_size, mode="max"):
    """The Keras layer of the mode, with strides=1."""
    import keras

    layer = keras.layers.MaxPooling2D if mode == "max" else keras.layers.AveragePooling2D
    return keras.ops.convert_to_numpy(layer(pool_size, strides=1)(X[None, :, :, None]))[0, :, :, 0]


def terms(X, pool_size, mode="max"):
    """A mean adds up its window and divides; a maximum is an entry as it is."""
    return pool_size[0] * pool_size[1] + 1 if mode == "avg" else 0


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    for mode in ("max", "avg"):
        yield array(37, 42), (3, 2), mode
        yield array(25, 26), (9, 8), mode


def fits(X, pool_size, mode="max"):
    ph, pw = pool_size
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError("window larger than image")
    if mode not in ("max", "avg"):
        raise ValueError(f"no mode {mode}")
    return ph, pw


def slide(X, pool_size, mode, largest=np.max, mean=np.mean):
    """What a student's double loop does, with one part of it changed."""
    ph, pw = fits(X, pool_size, mode)
    Y = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (largest if mode == "max" else mean)(X[i : i + ph, j : j + pw])
    return Y


@misconception("You move the window by its own size. Here neighbouring windows are one pixel apart.", fails={VALUE, SHAPE, WITHIN, ROW, BRIGHT})
def moves_by_the_window(X, pool_size, mode="max"):
    return pool2d(X, pool_size, mode)[:: pool_size[0], :: pool_size[1]]


@misconception("For 'avg' you add up the window without dividing by the number of its entries.", fails={VALUE, WITHIN, ADDED})
def sums_instead_of_averaging(X, pool_size, mode="max"):
    return slide(X, pool_size, mode, mean=np.sum)


@misconception("For 'avg' you divide by the height of the window alone: it has ph * pw entries.", fails={VALUE, WITHIN, ADDED, TRANSPOSE})
def divides_by_the_height_alone(X, pool_size, mode="max"):
    return slide(X, pool_size, mode, mean=lambda window: window.sum() / len(window))


@misconception("Height and width of the window are exchanged: pool_size is (height, width).", fails={VALUE, SHAPE, WITHIN, BRIGHT})
def exchanges_height_and_width(X, pool_size, mode="max"):
    fits(X, pool_size, mode)
    return pool2d(X, pool_size[::-1], mode)


@misconception("You take the window for square, with its height for the width as well.", fails={VALUE, SHAPE, WITHIN, TRANSPOSE, BRIGHT, REFUSES})
def takes_the_window_for_square(X, pool_size, mode="max"):
    return pool2d(X, (pool_size[0], pool_size[0]), mode)


@misconception(
    "You take the image for square, with its height for the width as well.", fails={VALUE, SHAPE, WITHIN, TRANSPOSE, SEPARABLE, ROW, BRIGHT}
)
def takes_the_image_for_square(X, pool_size, mode="max"):
    ph, pw = fits(X, pool_size, mode)
    n = X.shape[0]
    Y = np.zeros((n - ph + 1, n - pw + 1))
    for i in range(n - ph + 1):
        for j in range(n - pw + 1):
            window = X[i : i + ph, j : j + pw]
            Y[i, j] = np.nan if not window.size else window.max() if mode == "max" else window.mean()
    return Y


@misconception("You take the largest absolute value. The maximum looks at the sign: -1 is larger than -5.", fails={VALUE, WITHIN, ADDED})
def takes_the_largest_absolute_value(X, pool_size, mode="max"):
    return slide(X, pool_size, mode, largest=lambda window: np.abs(window).max())


@misconception(
    "Your maximum starts at 0, which beats every negative number. Start with an entry of the window, or with minus infinity.",
    fails={VALUE, WITHIN, ADDED},
)
def starts_the_maximum_at_zero(X, pool_size, mode="max"):
    return slide(X, pool_size, mode, largest=lambda window: max(0, window.max()))


@misconception(
    "Your maximum starts at -1, which beats every smaller number. Start with an entry of the window, or with minus infinity.",
    fails={VALUE, WITHIN, ADDED},
)
def starts_the_maximum_at_minus_one(X, pool_size, mode="max"):
    return slide(X, pool_size, mode, largest=lambda window: max(-1, window.max()))


@misconception("You take the maximum whatever the mode: 'avg' asks for the mean.", fails={VALUE, LINEAR})
def always_takes_the_maximum(X, pool_size, mode="max"):
    return slide(X, pool_size, mode, mean=np.max)


@misconception("You take the mean whatever the mode: 'max' asks for the largest entry.", fails={VALUE, BRIGHT})
def always_takes_the_mean(X, pool_size, mode="max"):
    return slide(X, pool_size, mode, largest=np.mean)


@misconception("You keep the smallest entry of the window instead of the largest.", fails={VALUE, BRIGHT})
def takes_the_minimum(X, pool_size, mode="max"):
    return slide(X, pool_size, mode, largest=np.min)


@misconception(
    "The last row and column of places are missing: there are H - ph + 1 of them, not H - ph.", fails={VALUE, SHAPE, WITHIN, SEPARABLE, BRIGHT}
)
def leaves_out_the_last_position(X, pool_size, mode="max"):
    return pool2d(X, pool_size, mode)[:-1, :-1]


@misconception(
    "Your result is as large as the image, with zeros where the window does not fit. Only the places where it fits count.",
    fails={VALUE, SHAPE, WITHIN, ADDED, ROW, BRIGHT},
)
def keeps_the_size_of_the_image(X, pool_size, mode="max"):
    Y, valid = np.zeros(X.shape), pool2d(X, pool_size, mode)
    Y[: valid.shape[0], : valid.shape[1]] = valid
    return Y


@misconception("Your result is transposed: Y[i, j] belongs to row i and column j of the image.", fails={VALUE, SHAPE, WITHIN, SEPARABLE, ROW, BRIGHT})
def transposes_the_result(X, pool_size, mode="max"):
    return pool2d(X, pool_size, mode).T


@misconception("Your result holds integers, so every mean is truncated. Make it an array of floats.", fails={VALUE, ADDED, FACTOR, LINEAR})
def allocates_integers(X, pool_size, mode="max"):
    return pool2d(X, pool_size, mode).astype(int)


@misconception(
    "Your result has the type of the image, so with an image of integers every mean is truncated. Make it an array of floats.", fails={INTEGERS}
)
def takes_the_type_of_the_image(X, pool_size, mode="max"):
    return pool2d(X, pool_size, mode).astype(X.dtype)


@misconception(
    "A window that does not fit must raise ValueError; without a check you return an empty array or too small a one.", fails={REFUSES, NEITHER}
)
def does_not_check_that_the_window_fits(X, pool_size, mode="max"):
    ph, pw = pool_size
    if ph <= X.shape[0] and pw <= X.shape[1]:
        return pool2d(X, pool_size, mode)
    return np.zeros((max(X.shape[0] - ph + 1, 0), max(X.shape[1] - pw + 1, 0)))


@misconception("You refuse a window only if it is both taller and wider than the image. One of the two is enough.", fails={REFUSES})
def refuses_only_what_is_too_large_both_ways(X, pool_size, mode="max"):
    if pool_size[0] > X.shape[0] and pool_size[1] > X.shape[1]:
        raise ValueError
    return does_not_check_that_the_window_fits.function(X, pool_size, mode)


@misconception("Any mode that is not 'max' gets the mean. An unknown mode must raise ValueError.", fails={MODE})
def does_not_check_the_mode(X, pool_size, mode="max"):
    return pool2d(X, pool_size, "max" if mode == "max" else "avg")


@misconception("You write into the image. Make a new array for the result.", fails={INPUTS})
def writes_into_the_image(X, pool_size, mode="max"):
    Y = pool2d(X, pool_size, mode)
    X[: Y.shape[0], : Y.shape[1]] = Y
    return Y


_means = []


@misconception(
    "Your function remembers the windows of earlier calls. Start every call with a fresh list.",
    fails={VALUE, WITHIN, ADDED, FACTOR, TRANSPOSE, SEPARABLE, ROW, LINEAR, INTEGERS, MEMORY},
)
def remembers_earlier_windows(X, pool_size, mode="max"):
    def mean(window):
        _means.append(window.mean())
        return sum(_means) / len(_means)

    return slide(X, pool_size, mode, mean=mean)
