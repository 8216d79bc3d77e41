"""same_pads: where its cases come from, and what must hold for every right solution."""

from convgrade.contracts import remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["remembers_nothing"]


def arguments(draw):
    """(n, k, s, d); trailing defaults are sometimes left out."""
    k, d, s = draw.size(1, 6), draw.one_of(1, 1, 2, 3), draw.one_of(1, 2, 3, 1, 4, 5)
    case = [draw.one_of(*range(1, 13), 50, 223), k, s, d]
    while draw.one_of(True, True, False) and len(case) > 2 and case[-1] == 1:
        case.pop()
    return tuple(case)


def tolerance(n, k, s=1, d=1):
    return 0.0


def span(k, d=1):
    return d * (k - 1) + 1


def end(n, k, s=1, d=1):
    """Where the last place ends, counted from the start of the first."""
    return range(0, n, s)[-1] + span(k, d)


def lacking(n, k, s=1, d=1):
    """How many zeros are lacking; fewer than none if the axis is longer than the places need."""
    return end(n, k, s, d) - n


def strided(test):
    """A stratum: a stride above 1, and a test of n modulo the stride and the number of zeros that are lacking."""
    return lambda n, k, s=1, d=1: s > 1 and test(n % s, lacking(n, k, s, d))


strata = {
    "n and k alone, an even window": lambda *case: len(case) == 2 and case[1] % 2 == 0,
    "n and k alone, an odd window": lambda *case: len(case) == 2 and case[1] % 2 == 1 < case[1],
    "the dilation left out": lambda *case: len(case) == 3 and case[2] > 1 and lacking(*case) > 0,
    "a stride that divides, an odd total": strided(lambda left, total: not left and total > 0 and total % 2),
    "a stride that divides, an even total": strided(lambda left, total: not left and total > 0 and not total % 2),
    "a stride that divides, room to spare": strided(lambda left, total: not left and total < 0),
    "a stride that does not divide, an odd total": strided(lambda left, total: left and total > 0 and total % 2),
    "a stride that does not divide, an even total": strided(lambda left, total: left and total > 0 and not total % 2),
    "a stride that does not divide, room to spare": strided(lambda left, total: left and total < 0),
    "room for an odd number of entries more": strided(lambda left, total: total in (-1, -3)),
    "neither zeros nor room": lambda n, k, s=1, d=1: lacking(n, k, s, d) == 0 and k > 1,
    "a remainder of one": lambda n, k, s=1, d=1: s > 2 and n % s == 1,
    "a remainder one short of the stride": lambda n, k, s=1, d=1: s > 2 and n % s == s - 1,
    "dilation, an even total": lambda n, k, s=1, d=1: d > 1 and k > 1 and s == 1 and lacking(n, k, s, d) % 2 == 0,
    "dilation, an odd total": lambda n, k, s=1, d=1: d > 1 and k > 1 and lacking(n, k, s, d) > 0 and lacking(n, k, s, d) % 2,
    "dilation and a stride": lambda n, k, s=1, d=1: d > 1 and k > 1 and s > 1 and lacking(n, k, s, d) > 0,
    "an axis shorter than the stride": lambda n, k, s=1, d=1: 1 < n < s and lacking(n, k, s, d) > 0,
    "an axis of one": lambda n, k, s=1, d=1: n == 1 and k > 1,
    "a window of one": lambda n, k, s=1, d=1: k == 1 and d > 1,
    "a long axis": lambda n, k, s=1, d=1: n > 40 and lacking(n, k, s, d) > 0,
}


def numbers(pads):
    return pads.tolist() if hasattr(pads, "tolist") else list(pads)


@law(times=100)
def is_two_whole_numbers_from_zero_up(f, *case):
    """The result is two ints, neither of them negative."""
    found = numbers(f(*case))
    whole = len(found) == 2 and all(type(n) is int and n >= 0 for n in found)
    require(whole, f, case, f"Your result is {found!r}; the zeros before and after are two ints, 0 or more.")


@law(times=100)
def makes_room_for_every_place(f, *case):
    """The last of the n / s places, rounded up, ends on the padded axis."""
    length = case[0] + sum(numbers(f(*case)))
    require(end(*case) <= length, f, case, f"The last place ends at entry {end(*case)}; your padded axis has {length}.")


@law(times=100)
def adds_no_zero_too_many(f, *case):
    """With one zero less the last place would stick out."""
    total = sum(numbers(f(*case)))
    enough = max(lacking(*case), 0)
    require(total <= enough, f, case, f"You add {total} zeros; with {enough} the last place is inside already.")


@law(times=100)
def puts_the_odd_zero_behind(f, *case):
    """There are as many zeros behind as in front, or one more."""
    before, after = numbers(f(*case))
    require(0 <= after - before <= 1, f, case, f"{before} in front and {after} behind; behind it should be as many as in front, or one more.")


@law(where=lambda n, k, s=1, d=1: k > 1, times=3)
def with_stride_one_the_total_is_one_less_than_the_span(f, n, k, *_):
    """With stride 1 all taps but one need a zero."""
    for case in (n, k, 1, 1), (n, k + 1, 1, 1), (n, k, 1, 3):
        total, expected = sum(numbers(f(*case))), span(case[1], case[3]) - 1
        require(total == expected, f, case, f"You add {total} zeros; with stride 1 it should be {expected}, one less than the window spans.")


@law(where=lambda n, k, s=1, d=1: s > 1, times=4)
def depends_on_the_remainder_of_the_length_alone(f, n, k, s=1, d=1):
    """An axis that is four strides longer has four places more, and the same zeros."""
    agree(f, (n + 4 * s, k, s, d), f(n, k, s, d))


@law(where=lambda n, k, s=1, d=1: d > 1 and k > 1, times=3)
def dilation_lengthens_the_window(f, n, k, s=1, d=1):
    """k taps that are d apart need the zeros of d (k - 1) + 1 neighbouring taps."""
    agree(f, (n, k, s, d), f(n, span(k, d), s, 1))


@law(where=lambda n, k, s=1, d=1: d > 1, times=3)
def two_taps_more_are_one_gap_more_on_each_side(f, n, k, s=1, d=1):
    """A window that needs zeros, made two taps longer, needs d more on each side."""
    before, after = numbers(f(n, k + 6, s, d))
    agree(f, (n, k + 8, s, d), (before + d, after + d))


@law(where=lambda n, k, s=1, d=1: s > 1 and k > 1, times=3)
def defaults_may_be_written_out(f, n, k, s=1, d=1):
    """Stride and dilation are 1 if they are left out."""
    agree(f, (n, k), f(n, k, 1, 1))
    agree(f, (n, k, s), f(n, k, s, 1))
