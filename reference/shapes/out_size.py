"""out_size: the plain reference, two other ways to the same numbers, and what students do instead."""

import math

import numpy as np

from convgrade.misconception import misconception

KERAS = "tensorflow.nn.conv2d"

VALUE = "agrees_with_the_reference"
COUNTS = "counts_the_places"
WHOLE = "is_a_whole_number"
HALF = "half_the_kernel_on_each_side_keeps_the_size"
STRIDE = "a_stride_keeps_every_sth_place"
MORE = "a_stride_more_is_a_place_more"
PADDING = "padding_lengthens_the_axis_on_both_sides"
DILATION = "dilation_lengthens_the_window"
REFUSES = "refuses_a_window_that_does_not_fit"
DILATED = "refuses_a_dilated_window_that_does_not_fit"
MEMORY = "remembers_nothing"


def out_size(n, k, p=0, s=1, d=1):
    """Relationship 15 of V. Dumoulin and F. Visin, A guide to convolution arithmetic for deep learning (2016)."""
    return (room(n, k, p, d)) // s + 1


def second_technique(n, k, p=0, s=1, d=1):
    """Count the windows that NumPy cuts from a padded axis."""
    axis = np.pad(np.zeros(n), p)
    windows = np.lib.stride_tricks.sliding_window_view(axis, d * (k - 1) + 1)
    return len(windows[::s])


def keras(n, k, p=0, s=1, d=1):
    """Run it: Keras layers refuse stride and dilation together, the operation beneath them does not."""
    import tensorflow as tf

    image = tf.zeros((1, 1, n + 2 * p, 1))
    return int(tf.nn.conv2d(image, tf.zeros((1, k, 1, 1)), [1, 1, s, 1], "VALID", dilations=[1, 1, d, 1]).shape[2])


def room(n, k, p, d):
    """How far the window can move."""
    left = n + 2 * p - (d * (k - 1) + 1)
    if left < 0:
        raise ValueError("window larger than the padded axis")
    return left


@misconception(
    "You count the padding once. p zeros are added on each side: the padded axis has n + 2 p entries.",
    fails={VALUE, COUNTS, HALF, PADDING, REFUSES, DILATED},
)
def counts_the_padding_once(n, k, p=0, s=1, d=1):
    return (n + p - d * (k - 1) - 1) // s + 1


@misconception("You leave out the padding: the padded axis has n + 2 p entries.", fails={VALUE, COUNTS, HALF, PADDING, REFUSES, DILATED})
def ignores_the_padding(n, k, p=0, s=1, d=1):
    return (n - d * (k - 1) - 1) // s + 1


@misconception("You divide with /, which gives a float. There are no fractions of a place: use //.", fails={VALUE, COUNTS, WHOLE, HALF, STRIDE})
def divides_without_the_floor(n, k, p=0, s=1, d=1):
    return room(n, k, p, d) / s + 1


@misconception("You round up. A last step that leads beyond the end is not made: round down.", fails={VALUE, COUNTS, STRIDE})
def rounds_up(n, k, p=0, s=1, d=1):
    return math.ceil(room(n, k, p, d) / s) + 1


@misconception(
    "You round to the nearest whole number. A last step that leads beyond the end is not made: round down.", fails={VALUE, COUNTS, STRIDE, MORE}
)
def rounds_to_the_nearest(n, k, p=0, s=1, d=1):
    return round(room(n, k, p, d) / s) + 1


@misconception(
    "You add the 1 before you divide. Divide the room by the stride, round down, then add the place where the window started.",
    fails={VALUE, COUNTS, STRIDE},
)
def adds_one_before_dividing(n, k, p=0, s=1, d=1):
    return (room(n, k, p, d) + 1) // s


@misconception("You forget the place where the window starts: add 1.", fails={VALUE, COUNTS, HALF, STRIDE})
def forgets_the_first_place(n, k, p=0, s=1, d=1):
    return room(n, k, p, d) // s


@misconception("The window spans d (k - 1) + 1 entries, not d k: k taps have k - 1 gaps.", fails={VALUE, COUNTS, DILATION})
def takes_d_times_k_for_the_span(n, k, p=0, s=1, d=1):
    room(n, k, p, d)
    return (n + 2 * p - d * k) // s + 1


@misconception("The window spans d (k - 1) + 1 entries: you leave out the last tap.", fails={VALUE, COUNTS, HALF, REFUSES, DILATED})
def leaves_the_last_tap_out_of_the_span(n, k, p=0, s=1, d=1):
    return (n + 2 * p - d * (k - 1)) // s + 1


@misconception("You leave out the dilation, which makes the window span d (k - 1) + 1 entries.", fails={VALUE, COUNTS, DILATION, DILATED})
def ignores_the_dilation(n, k, p=0, s=1, d=1):
    return out_size(n, k, p, s)


@misconception("You leave out the stride: the window moves s entries at a time.", fails={VALUE, COUNTS, STRIDE, MORE})
def ignores_the_stride(n, k, p=0, s=1, d=1):
    return room(n, k, p, d) + 1


@misconception("You divide the whole axis by the stride. Only the room that the window leaves is divided.", fails={VALUE, COUNTS, PADDING})
def divides_the_whole_axis(n, k, p=0, s=1, d=1):
    room(n, k, p, d)
    return math.ceil(n / s)


@misconception(
    "You refuse windows that fit only thanks to the padding. Compare the window with n + 2 p.",
    fails={VALUE, COUNTS, WHOLE, HALF, MORE, PADDING, DILATION},
)
def forgets_the_padding_when_it_refuses(n, k, p=0, s=1, d=1):
    if d * (k - 1) + 1 > n:
        raise ValueError("window too large")
    return out_size(n, k, p, s, d)


@misconception("A window that does not fit must raise ValueError: without a check the formula gives a number all the same.", fails={REFUSES, DILATED})
def does_not_check_that_the_window_fits(n, k, p=0, s=1, d=1):
    return (n + 2 * p - d * (k - 1) - 1) // s + 1


@misconception("You compare k with the padded axis; what has to fit is the dilated window of d (k - 1) + 1 entries.", fails={DILATED})
def forgets_the_dilation_when_it_refuses(n, k, p=0, s=1, d=1):
    if k > n + 2 * p:
        raise ValueError("window too large")
    return does_not_check_that_the_window_fits.function(n, k, p, s, d)


_known = {}


@misconception(
    "Your function remembers earlier results by n and k alone: p, s and d belong to the key as well.",
    fails={VALUE, COUNTS, HALF, STRIDE, MORE, PADDING, DILATION},
)
def remembers_by_n_and_k(n, k, p=0, s=1, d=1):
    return _known.setdefault((n, k), out_size(n, k, p, s, d))


_calls = []


@misconception(
    "Your function counts its calls and lets them into the result. Start every call afresh.",
    fails={VALUE, COUNTS, HALF, STRIDE, MORE, PADDING, DILATION, MEMORY},
)
def counts_its_calls(n, k, p=0, s=1, d=1):
    _calls.append(n)
    return out_size(n, k, p, s, d) + len(_calls) // 2
