"""same_pads: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "tensorflow.nn.conv2d"

VALUE = "agrees_with_the_reference"
WHOLE = "is_two_whole_numbers_from_zero_up"
ROOM = "makes_room_for_every_place"
ENOUGH = "adds_no_zero_too_many"
BEHIND = "puts_the_odd_zero_behind"
ONE = "with_stride_one_the_total_is_one_less_than_the_span"
REMAINDER = "depends_on_the_remainder_of_the_length_alone"
DILATION = "dilation_lengthens_the_window"
TAPS = "two_taps_more_are_one_gap_more_on_each_side"
DEFAULTS = "defaults_may_be_written_out"
MEMORY = "remembers_nothing"


def same_pads(n, k, s=1, d=1):
    """As in the notes on padding of tensorflow.nn.convolution (TensorFlow's API documentation)."""
    places = (n + s - 1) // s
    last_end = (places - 1) * s + d * (k - 1) + 1
    total = max(last_end - n, 0)
    return total // 2, total - total // 2


def second_technique(n, k, s=1, d=1):
    """Deal out zeros one by one, the first behind, until the windows that NumPy cuts are as many as they should be."""
    dealt = 0
    while windows(n + dealt, d * (k - 1) + 1, s) < len(range(0, n, s)):
        dealt += 1
    return len(range(1, dealt, 2)), len(range(0, dealt, 2))


def windows(length, span, s):
    """How many windows NumPy cuts."""
    return len(np.lib.stride_tricks.sliding_window_view(np.zeros(length), span)[::s]) if length >= span else 0


def keras(n, k, s=1, d=1):
    """Let SAME show which entry each tap of a window sees: what the first and the last place do not see is padding."""
    import tensorflow as tf

    span = d * (k - 1) + 1
    axis = tf.reshape(tf.range(1, n + 1, dtype=tf.float64), (1, 1, n, 1))  # entries count from 1: a zero is padding
    taps = tf.reshape(tf.eye(span, dtype=tf.float64), (1, span, 1, span))
    seen = tf.nn.conv2d(axis, taps, [1, 1, s, 1], "SAME").numpy()[0, 0]
    inside_first, inside_last = np.flatnonzero(seen[0]), np.flatnonzero(seen[-1])
    before, after = int(inside_first[0]), int(span - 1 - inside_last[-1])
    kernel = tf.reshape(tf.range(1, k + 1, dtype=tf.float64), (1, k, 1, 1))
    same, valid = (
        tf.nn.conv2d(x, kernel, [1, 1, s, 1], name, dilations=[1, 1, d, 1]).numpy()
        for x, name in ((axis, "SAME"), (tf.pad(axis, [(0, 0), (0, 0), (before, after), (0, 0)]), "VALID"))
    )
    assert np.array_equal(same, valid), "SAME with dilation pads otherwise than with a longer window"
    return before, after


def lacking(n, k, s, d):
    """How many zeros are lacking, before none are taken for fewer than none."""
    return (-(-n // s) - 1) * s + d * (k - 1) + 1 - n


def split(total):
    total = max(total, 0)
    return total // 2, total - total // 2


@misconception("You put the odd zero in front. TensorFlow puts it behind, at the bottom and on the right of an image.", fails={VALUE, BEHIND})
def puts_the_odd_zero_in_front(n, k, s=1, d=1):
    return same_pads(n, k, s, d)[::-1]


@misconception("You put all zeros behind. Half of them, rounded down, come in front.", fails={VALUE, BEHIND, TAPS})
def puts_all_zeros_behind(n, k, s=1, d=1):
    return 0, sum(same_pads(n, k, s, d))


@misconception("You put the whole total on each side. It is split: half of it, rounded down, comes in front.", fails={VALUE, ENOUGH, ONE, TAPS})
def puts_the_total_on_each_side(n, k, s=1, d=1):
    return (sum(same_pads(n, k, s, d)),) * 2


@misconception("You round half of the total down on both sides, so that an odd zero gets lost. It comes behind.", fails={VALUE, ROOM, ONE})
def loses_the_odd_zero(n, k, s=1, d=1):
    return (sum(same_pads(n, k, s, d)) // 2,) * 2


@misconception("You round half of the total up on both sides. An odd zero comes behind only.", fails={VALUE, ENOUGH, ONE})
def doubles_the_odd_zero(n, k, s=1, d=1):
    return ((sum(same_pads(n, k, s, d)) + 1) // 2,) * 2


@misconception("You halve the total with /, which gives floats. There is no half a zero: use //.", fails={VALUE, WHOLE})
def divides_without_the_floor(n, k, s=1, d=1):
    return (sum(same_pads(n, k, s, d)) / 2,) * 2


@misconception(
    "You leave out the stride. The last place starts at (n / s, rounded up, less 1) * s, so fewer zeros may do.",
    fails={VALUE, ENOUGH},
)
def ignores_the_stride(n, k, s=1, d=1):
    return same_pads(n, k, 1, d)


@misconception("You round the number of places down. It is n / s, rounded up.", fails={VALUE, ROOM})
def rounds_the_places_down(n, k, s=1, d=1):
    return split((n // s - 1) * s + d * (k - 1) + 1 - n)


@misconception("You leave out the dilation, which makes the window span d (k - 1) + 1 entries.", fails={VALUE, ROOM, ONE, DILATION, TAPS})
def ignores_the_dilation(n, k, s=1, d=1):
    return same_pads(n, k, s)


@misconception("The window spans d (k - 1) + 1 entries, not d k: k taps have k - 1 gaps.", fails={VALUE, ENOUGH, ONE, DILATION})
def takes_d_times_k_for_the_span(n, k, s=1, d=1):
    return same_pads(n, d * k, s)


@misconception("The window spans d (k - 1) + 1 entries: you leave out the last tap.", fails={VALUE, ROOM, ONE})
def leaves_the_last_tap_out_of_the_span(n, k, s=1, d=1):
    return split(lacking(n, k, s, d) - 1)


@misconception(
    "If the axis is longer than the places need, you add fewer than no zeros. The total is never below 0.",
    fails={VALUE, WHOLE},
)
def lets_the_total_be_negative(n, k, s=1, d=1):
    total = lacking(n, k, s, d)
    return total // 2, total - total // 2


@misconception(
    "You take the absolute value of the total. If the axis is longer than the places need, no zeros are added.",
    fails={VALUE, ENOUGH},
)
def takes_the_total_without_its_sign(n, k, s=1, d=1):
    return split(abs(lacking(n, k, s, d)))


@misconception(
    "You pad half of the window on each side, whatever the stride. The total depends on n and s, and an odd one is split unevenly.",
    fails={VALUE, ENOUGH, ONE},
)
def pads_by_half_the_window(n, k, s=1, d=1):
    return ((d * (k - 1) + 1) // 2,) * 2


@misconception(
    "You pad half of what the window spans less 1 on each side, whatever the stride. The total depends on n and s, and an odd one is split unevenly.",
    fails={VALUE, ROOM, ENOUGH, ONE},
)
def pads_by_less_than_half_the_window(n, k, s=1, d=1):
    return (d * (k - 1) // 2,) * 2


@misconception("You take the stride to divide n. If it does not, the last place starts later, and more zeros are needed.", fails={VALUE, ROOM})
def takes_the_stride_to_divide(n, k, s=1, d=1):
    return split(d * (k - 1) + 1 - s)


@misconception(
    "You subtract n % s from the span, which is right unless it is 0. If the stride divides n, subtract the stride.", fails={VALUE, ENOUGH, ONE}
)
def takes_the_stride_never_to_divide(n, k, s=1, d=1):
    return split(d * (k - 1) + 1 - n % s)


@misconception(
    "You add zeros until there are n places. With a stride there are n / s, rounded up.",
    fails={VALUE, ENOUGH, REMAINDER},
)
def keeps_the_size_whatever_the_stride(n, k, s=1, d=1):
    return split((n - 1) * s + d * (k - 1) + 1 - n)


@misconception("If no stride is given you move by the window, as pooling does. The default is 1.", fails={VALUE, ROOM, DEFAULTS})
def moves_by_the_window_by_default(n, k, s=None, d=1):
    return same_pads(n, k, k if s is None else s, d)


_calls = []


@misconception(
    "Your function counts its calls and lets them into the result. Start every call afresh.",
    fails={VALUE, ENOUGH, ONE, REMAINDER, DILATION, TAPS, DEFAULTS, MEMORY},
)
def counts_its_calls(n, k, s=1, d=1):
    _calls.append(n)
    before, after = same_pads(n, k, s, d)
    return before + len(_calls) - 1, after + len(_calls) - 1
