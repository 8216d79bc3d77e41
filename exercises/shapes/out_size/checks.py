"""out_size: where its cases come from, and what must hold for every right solution."""

from convgrade.contracts import contract, refuses, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["remembers_nothing"]


def arguments(draw):
    """(n, k, p, s, d) with a window that fits; trailing defaults are sometimes left out."""
    k, d = draw.size(1, 5), draw.one_of(1, 2, 3)
    p, s = draw.one_of(0, 1, 2, 3), draw.one_of(1, 2, 3, 4)
    shortest = max(1, span(k, d) - 2 * p)
    n = shortest + draw.one_of(*range(10), 50, 211)
    case = [n, k, p, s, d]
    while draw.one_of(True, False) and len(case) > 2 and case[-1] == (0, 1, 1)[len(case) - 3]:
        case.pop()
    return tuple(case)


def tolerance(n, k, p=0, s=1, d=1):
    return 0.0


def span(k, d):
    return d * (k - 1) + 1


def room(n, k, p=0, s=1, d=1):
    """How far the window can move."""
    return n + 2 * p - span(k, d)


strata = {
    "n and k alone": lambda *case: len(case) == 2 and case[1] > 1,
    "padding": lambda n, k, p=0, s=1, d=1: p > 0 and s == d == 1 < k,
    "a stride that divides": lambda n, k, p=0, s=1, d=1: s > 1 and k > 1 and room(n, k, p, s, d) > 0 == room(n, k, p, s, d) % s,
    "a stride that does not divide": lambda n, k, p=0, s=1, d=1: s > 1 == d and room(n, k, p, s, d) % s > 0,
    "dilation": lambda n, k, p=0, s=1, d=1: s == 1 and d > 1 and k > 1,
    "padding, stride and dilation": lambda n, k, p=0, s=1, d=1: p > 0 and s > 1 and d > 1 and k > 1,
    "a remainder of one": lambda n, k, p=0, s=1, d=1: s > 2 and room(n, k, p, s, d) % s == 1,
    "a remainder one short of the stride": lambda n, k, p=0, s=1, d=1: s > 2 and room(n, k, p, s, d) % s == s - 1,
    "a stride longer than the window": lambda n, k, p=0, s=1, d=1: s > span(k, d) > 1,
    "a window as long as the padded axis": lambda n, k, p=0, s=1, d=1: room(n, k, p, s, d) == 0 and k > 1,
    "a window that fits only with padding": lambda n, k, p=0, s=1, d=1: span(k, d) > n,
    "a window of one": lambda n, k, p=0, s=1, d=1: k == 1 and d > 1,
    "an even window": lambda n, k, p=0, s=1, d=1: k % 2 == 0,
    "a long axis": lambda n, k, p=0, s=1, d=1: n > 100 and s > 1,
}


@law(times=100)
def counts_the_places(f, *case):
    """The result is the number of starts 0, s, 2 s, ... from which the window stays inside."""
    s = case[3] if len(case) > 3 else 1
    agree(f, case, sum(1 for start in range(0, room(*case) + 1, s)))


@law(times=100)
def is_a_whole_number(f, *case):
    """The result is an int."""
    value = f(*case)
    require(type(value) is int, f, case, f"Your result is {value!r}; a number of places is an int.")


@law(where=lambda n, k, p=0, s=1, d=1: k % 2 == 1 and k > 1, times=3)
def half_the_kernel_on_each_side_keeps_the_size(f, n, k, p=0, s=1, d=1):
    """For odd k, p = (k - 1) / 2 and stride 1 keep the size."""
    for length in (n, 1):
        agree(f, (length, k, (k - 1) // 2), length)


@law(where=lambda n, k, p=0, s=1, d=1: s > 1 and room(n, k, p, s, d) > 0, times=6)
def a_stride_keeps_every_sth_place(f, n, k, p=0, s=1, d=1):
    """With stride s it is the number of places with stride 1, divided by s and rounded up."""
    agree(f, (n, k, p, s, d), -(-f(n, k, p, 1, d) // s))


@law(times=5)
def a_stride_more_is_a_place_more(f, n, k, p=0, s=1, d=1):
    """An axis that is s longer has exactly one place more, also where half a stride is left over."""
    half = n + (s // 2 - room(n, k, p, s, d)) % s
    for length in (n, half):
        agree(f, (length + s, k, p, s, d), f(length, k, p, s, d) + 1)


@law(where=lambda n, k, p=0, s=1, d=1: p > 0, times=4)
def padding_lengthens_the_axis_on_both_sides(f, n, k, p=0, s=1, d=1):
    """Padding by p is the same as an axis that is 2 p longer."""
    agree(f, (n, k, p, s, d), f(n + 2 * p, k, 0, s, d))


@law(where=lambda n, k, p=0, s=1, d=1: d > 1 and k > 1, times=6)
def dilation_lengthens_the_window(f, n, k, p=0, s=1, d=1):
    """k taps that are d apart take the room of d (k - 1) + 1 neighbouring taps."""
    agree(f, (n, k, p, s, d), f(n, span(k, d), p, s, 1))


@contract(where=lambda n, k, p=0, s=1, d=1: k > 1, times=3)
def refuses_a_window_that_does_not_fit(f, n, k, p=0, s=1, d=1):
    """A window that spans more than the padded axis raises ValueError."""
    length = n + 2 * p
    refuses(f, (n, n + 1), "the window is longer than the axis")
    refuses(f, (n, length + 1, p, s), "the window is longer than the padded axis")
    refuses(f, (n, length + 3, p, s), "the window is longer than the padded axis")


@contract(where=lambda n, k, p=0, s=1, d=1: k > 1, times=3)
def refuses_a_dilated_window_that_does_not_fit(f, n, k, p=0, s=1, d=1):
    """A dilation that makes the window span more than the padded axis raises ValueError."""
    refuses(f, (n, k, p, s, (n + 2 * p) // (k - 1) + 1), "the dilated window is longer than the padded axis")
