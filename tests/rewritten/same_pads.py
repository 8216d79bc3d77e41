import math

import numpy as np

CALLS = 0
LOG = []


def zeros_needed(n, k, s, d):
    return max((math.ceil(n / s) - 1) * s + d * (k - 1) + 1 - n, 0)


def grow(n, places, s, span):
    """Add zeros one at a time until so many places fit."""
    total = 0
    while n + total < (places - 1) * s + span:
        total += 1
    return total


def deal(total):
    before = after = 0
    for t in range(total):
        if t % 2 == 0:
            after += 1
        else:
            before += 1
    return before, after


def halves(total):
    return total // 2, total - total // 2


def puts_the_odd_zero_in_front__loops(n, k, s=1, d=1):
    before = after = 0
    for t in range(grow(n, len(range(0, n, s)), s, d * (k - 1) + 1)):
        if t % 2 == 0:
            before += 1
        else:
            after += 1
    return before, after


def puts_the_odd_zero_in_front__arrays(n, k, s=1, d=1):
    total = zeros_needed(n, k, s, d)
    return int(np.ceil(total / 2)), int(np.floor(total / 2))


def puts_all_zeros_behind__loops(n, k, s=1, d=1):
    return 0, grow(n, len(range(0, n, s)), s, d * (k - 1) + 1)


def puts_all_zeros_behind__arrays(n, k, s=1, d=1):
    last = np.arange(0, n, s)[-1] + d * (k - 1)
    return 0, int(np.maximum(last + 1 - n, 0))


def puts_the_total_on_each_side__loops(n, k, s=1, d=1):
    before = after = 0
    while n + before < (len(range(0, n, s)) - 1) * s + d * (k - 1) + 1:
        before += 1
        after += 1
    return before, after


def puts_the_total_on_each_side__arrays(n, k, s=1, d=1):
    total = zeros_needed(n, k, s, d)
    return total, total


def loses_the_odd_zero__loops(n, k, s=1, d=1):
    total = grow(n, len(range(0, n, s)), s, d * (k - 1) + 1)
    side = 0
    while 2 * (side + 1) <= total:
        side += 1
    return side, side


def loses_the_odd_zero__arrays(n, k, s=1, d=1):
    return (zeros_needed(n, k, s, d) // 2,) * 2


def doubles_the_odd_zero__loops(n, k, s=1, d=1):
    total = grow(n, len(range(0, n, s)), s, d * (k - 1) + 1)
    side = 0
    while 2 * side < total:
        side += 1
    return side, side


def doubles_the_odd_zero__arrays(n, k, s=1, d=1):
    half = math.ceil(zeros_needed(n, k, s, d) / 2)
    return half, half


def divides_without_the_floor__loops(n, k, s=1, d=1):
    total = grow(n, len(range(0, n, s)), s, d * (k - 1) + 1)
    before = total / 2
    return before, total - before


def divides_without_the_floor__arrays(n, k, s=1, d=1):
    return tuple((np.full(2, zeros_needed(n, k, s, d)) / 2).tolist())


def ignores_the_stride__loops(n, k, s=1, d=1):
    return deal(grow(n, n, 1, d * (k - 1) + 1))


def ignores_the_stride__arrays(n, k, s=1, d=1):
    total = d * (k - 1)
    return total // 2, total - total // 2


def rounds_the_places_down__loops(n, k, s=1, d=1):
    return deal(grow(n, n // s, s, d * (k - 1) + 1))


def rounds_the_places_down__arrays(n, k, s=1, d=1):
    total = int(np.clip((np.floor(n / s) - 1) * s + d * (k - 1) + 1 - n, 0, None))
    return total // 2, total - total // 2


def ignores_the_dilation__loops(n, k, s=1, d=1):
    return deal(grow(n, len(range(0, n, s)), s, k))


def ignores_the_dilation__arrays(n, k, s=1, d=1):
    return halves(max((math.ceil(n / s) - 1) * s + k - n, 0))


def takes_d_times_k_for_the_span__loops(n, k, s=1, d=1):
    span = 0
    for _ in range(k):
        span += d
    return deal(grow(n, len(range(0, n, s)), s, span))


def takes_d_times_k_for_the_span__arrays(n, k, s=1, d=1):
    return halves(max(-(-n // s) * s - s + d * k - n, 0))


def leaves_the_last_tap_out_of_the_span__loops(n, k, s=1, d=1):
    span = 0
    for _ in range(k - 1):
        span += d
    return deal(grow(n, len(range(0, n, s)), s, span))


def leaves_the_last_tap_out_of_the_span__arrays(n, k, s=1, d=1):
    return halves(max((math.ceil(n / s) - 1) * s + d * (k - 1) - n, 0))


def lets_the_total_be_negative__loops(n, k, s=1, d=1):
    end = 0
    for start in range(0, n, s):
        end = start + d * (k - 1) + 1
    total = end - n
    before = total // 2
    return before, total - before


def lets_the_total_be_negative__arrays(n, k, s=1, d=1):
    return halves((math.ceil(n / s) - 1) * s + d * (k - 1) + 1 - n)


def takes_the_total_without_its_sign__loops(n, k, s=1, d=1):
    end = 0
    for start in range(0, n, s):
        end = start + d * (k - 1) + 1
    return deal(end - n if end > n else n - end)


def takes_the_total_without_its_sign__arrays(n, k, s=1, d=1):
    return halves(int(np.abs((math.ceil(n / s) - 1) * s + d * (k - 1) + 1 - n)))


def pads_by_half_the_window__loops(n, k, s=1, d=1):
    span = 1
    for _ in range(k - 1):
        span += d
    side = 0
    while 2 * (side + 1) <= span:
        side += 1
    return side, side


def pads_by_half_the_window__arrays(n, k, s=1, d=1):
    return ((d * (k - 1) + 1) // 2,) * 2


def pads_by_less_than_half_the_window__loops(n, k, s=1, d=1):
    span = 1
    for _ in range(k - 1):
        span += d
    side = 0
    while 2 * (side + 1) <= span - 1:
        side += 1
    return side, side


def pads_by_less_than_half_the_window__arrays(n, k, s=1, d=1):
    half = d * (k - 1) // 2
    return half, half


def takes_the_stride_to_divide__loops(n, k, s=1, d=1):
    total = 0
    while total < d * (k - 1) + 1 - s:
        total += 1
    return deal(total)


def takes_the_stride_to_divide__arrays(n, k, s=1, d=1):
    return halves(max(d * (k - 1) + 1 - s, 0))


def takes_the_stride_never_to_divide__loops(n, k, s=1, d=1):
    left = n
    while left >= s:
        left -= s
    total = 0
    while total < d * (k - 1) + 1 - left:
        total += 1
    return deal(total)


def takes_the_stride_never_to_divide__arrays(n, k, s=1, d=1):
    return halves(int(np.maximum(d * (k - 1) + 1 - np.mod(n, s), 0)))


def keeps_the_size_whatever_the_stride__loops(n, k, s=1, d=1):
    return deal(grow(n, n, s, d * (k - 1) + 1))


def keeps_the_size_whatever_the_stride__arrays(n, k, s=1, d=1):
    return halves(max((n - 1) * s + d * (k - 1) + 1 - n, 0))


def moves_by_the_window_by_default__loops(n, k, s=None, d=1):
    if s is None:
        s = k
    return deal(grow(n, len(range(0, n, s)), s, d * (k - 1) + 1))


def moves_by_the_window_by_default__arrays(n, k, s=None, d=1):
    return halves(zeros_needed(n, k, s or k, d))


def counts_its_calls__loops(n, k, s=1, d=1):
    global CALLS
    before, after = deal(grow(n, len(range(0, n, s)), s, d * (k - 1) + 1))
    after += CALLS
    CALLS += 1
    return before, after


def counts_its_calls__arrays(n, k, s=1, d=1):
    before, after = halves(zeros_needed(n, k, s, d))
    result = before, after + len(LOG)
    LOG.append(result)
    return result
