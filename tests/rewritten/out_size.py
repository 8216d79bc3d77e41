"""Every mistake of out_size, made twice in two styles; nothing here is a right solution."""

import math
from fractions import Fraction
from itertools import count

import numpy as np


def span_of(k, d):
    return d * (k - 1) + 1


def refuse(span, room):
    if span > room:
        raise ValueError("the window does not fit")


def count_places(length, span, s):
    places, start = 0, 0
    while start + span <= length:
        places += 1
        start += s
    return places


# counts_the_padding_once


def counts_the_padding_once__formula(n, k, p=0, s=1, d=1):
    return (n + p - d * (k - 1) - 1) // s + 1


def counts_the_padding_once__counting(n, k, p=0, s=1, d=1):
    axis = [0] * p + [1] * n
    span = span_of(k, d)
    refuse(span, len(axis))
    return sum(1 for start in range(0, len(axis), s) if start + span <= len(axis))


# ignores_the_padding


def ignores_the_padding__formula(n, k, p=0, s=1, d=1):
    span = d * (k - 1) + 1
    if span > n:
        raise ValueError("window too large")
    return (n - span) // s + 1


def ignores_the_padding__counting(n, k, p=0, s=1, d=1):
    places = 0
    last = d * (k - 1)
    while last < n:
        places += 1
        last += s
    return places


# divides_without_the_floor


def divides_without_the_floor__formula(n, k, p=0, s=1, d=1):
    return (n + 2 * p - (d * (k - 1) + 1)) / s + 1


def divides_without_the_floor__arrays(n, k, p=0, s=1, d=1):
    axis = np.pad(np.ones(n), p)
    taps = d * np.arange(k)
    room = axis.size - (taps[-1] + 1)
    if room < 0:
        raise ValueError("window too large")
    return float(np.divide(room, s) + 1)


# rounds_up


def rounds_up__formula(n, k, p=0, s=1, d=1):
    room = n + 2 * p - d * (k - 1) - 1
    if room < 0:
        raise ValueError("window too large")
    return math.ceil(room / s) + 1


def rounds_up__counting(n, k, p=0, s=1, d=1):
    length, span = n + 2 * p, span_of(k, d)
    places, start = 1, 0
    while start + span < length:
        start += s
        places += 1
    return places


# rounds_to_the_nearest


def rounds_to_the_nearest__formula(n, k, p=0, s=1, d=1):
    return round((n + 2 * p - d * (k - 1) - 1) / s) + 1


def rounds_to_the_nearest__divmod(n, k, p=0, s=1, d=1):
    span = span_of(k, d)
    refuse(span, n + 2 * p)
    steps, rest = divmod(n + 2 * p - span, s)
    if 2 * rest >= s:
        steps += 1
    return steps + 1


# adds_one_before_dividing


def adds_one_before_dividing__formula(n, k, p=0, s=1, d=1):
    span = d * (k - 1) + 1
    if n + 2 * p < span:
        raise ValueError("window too large")
    return (n + 2 * p - span + 1) // s


def adds_one_before_dividing__counting(n, k, p=0, s=1, d=1):
    starts = len(range(n + 2 * p)[: n + 2 * p - d * (k - 1)])
    places = 0
    while starts >= s:
        starts -= s
        places += 1
    return places


# forgets_the_first_place


def forgets_the_first_place__formula(n, k, p=0, s=1, d=1):
    return (n + 2 * p - d * (k - 1) - 1) // s


def forgets_the_first_place__counting(n, k, p=0, s=1, d=1):
    length, span = n + 2 * p, span_of(k, d)
    refuse(span, length)
    end, steps = span, 0
    while end + s <= length:
        end += s
        steps += 1
    return steps


# takes_d_times_k_for_the_span


def takes_d_times_k_for_the_span__formula(n, k, p=0, s=1, d=1):
    if d * k > n + 2 * p:
        raise ValueError("window too large")
    return (n + 2 * p - d * k) // s + 1


def takes_d_times_k_for_the_span__counting(n, k, p=0, s=1, d=1):
    window = ([1] + [0] * (d - 1)) * k
    return count_places(n + 2 * p, len(window), s)


# leaves_the_last_tap_out_of_the_span


def leaves_the_last_tap_out_of_the_span__formula(n, k, p=0, s=1, d=1):
    return (n + 2 * p - d * (k - 1)) // s + 1


def leaves_the_last_tap_out_of_the_span__counting(n, k, p=0, s=1, d=1):
    taps = [d * t for t in range(k)]
    span = taps[-1] - taps[0]
    refuse(span, n + 2 * p)
    return count_places(n + 2 * p, span, s)


# ignores_the_dilation


def ignores_the_dilation__recursion(n, k, p=0, s=1, d=1):
    if p:
        return ignores_the_dilation__recursion(n + 2 * p, k, 0, s, d)
    if k > n:
        raise ValueError("window too large")
    return 1 if k > n - s else 1 + ignores_the_dilation__recursion(n - s, k, 0, s, d)


def ignores_the_dilation__formula(n, k, p=0, s=1, d=1):
    return 1 + (n - k + 2 * p) // s


# ignores_the_stride


def ignores_the_stride__formula(n, k, p=0, s=1, d=1):
    return n + 2 * p - d * (k - 1)


def ignores_the_stride__counting(n, k, p=0, s=1, d=1):
    axis = np.zeros(n + 2 * p)
    span = span_of(k, d)
    refuse(span, axis.size)
    return len([start for start in range(axis.size) if axis[start : start + span].size == span])


# divides_the_whole_axis


def divides_the_whole_axis__formula(n, k, p=0, s=1, d=1):
    span = d * (k - 1) + 1
    if span > n + 2 * p:
        raise ValueError("window too large")
    return (n + 2 * p) // s - span + 1


def divides_the_whole_axis__counting(n, k, p=0, s=1, d=1):
    places, end = 1, s
    while end <= n + 2 * p:
        places += 1
        end += s
    return places


# forgets_the_padding_when_it_refuses


def forgets_the_padding_when_it_refuses__formula(n, k, p=0, s=1, d=1):
    span = d * (k - 1) + 1
    if span > n:
        raise ValueError("the window is larger than the axis")
    return (n + 2 * p - span) // s + 1


def forgets_the_padding_when_it_refuses__counting(n, k, p=0, s=1, d=1):
    taps = range(0, d * k, d)
    if taps[-1] >= n:
        raise ValueError("the window is larger than the axis")
    padded = n + 2 * p
    return sum(1 for start in range(0, padded, s) if start + taps[-1] < padded)


# does_not_check_that_the_window_fits


def does_not_check_that_the_window_fits__formula(n, k, p=0, s=1, d=1):
    return (n + 2 * p - d * (k - 1) - 1) // s + 1


def does_not_check_that_the_window_fits__counting(n, k, p=0, s=1, d=1):
    return count_places(n + 2 * p, span_of(k, d), s)


# forgets_the_dilation_when_it_refuses


def forgets_the_dilation_when_it_refuses__formula(n, k, p=0, s=1, d=1):
    padded = n + 2 * p
    if k > padded:
        raise ValueError("the window is larger than the padded axis")
    return (padded - d * (k - 1) - 1) // s + 1


def forgets_the_dilation_when_it_refuses__counting(n, k, p=0, s=1, d=1):
    axis = [0] * p + [1] * n + [0] * p
    if len(axis) < k:
        raise ValueError("the window is larger than the padded axis")
    return len(range(0, len(axis) - d * (k - 1), s))


# remembers_by_n_and_k

answers = {}
table = {}


def remembers_by_n_and_k__formula(n, k, p=0, s=1, d=1):
    span = d * (k - 1) + 1
    if span > n + 2 * p:
        raise ValueError("window too large")
    if (n, k) not in answers:
        answers[n, k] = (n + 2 * p - span) // s + 1
    return answers[n, k]


def remembers_by_n_and_k__counting(n, k, p=0, s=1, d=1):
    try:
        return table[n][k]
    except KeyError:
        row = table.setdefault(n, {})
        row[k] = count_places(n + 2 * p, span_of(k, d), s)
        return row[k]


# counts_its_calls

calls = 0
ticket = count()


def counts_its_calls__counting(n, k, p=0, s=1, d=1):
    global calls
    places, start = calls, 0
    while start + d * (k - 1) < n + 2 * p:
        places += 1
        start += s
    calls += 1
    return places


def counts_its_calls__formula(n, k, p=0, s=1, d=1):
    room = Fraction(n + 2 * p - span_of(k, d), s)
    if room < 0:
        raise ValueError("window too large")
    return math.floor(room) + 1 + next(ticket)
