"""toeplitz_1d: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, refuses, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


def arguments(draw):
    """A kernel k of one to five taps, and the length n of a signal into which it fits."""
    taps = draw.size(1, 5)
    return draw.array(taps), taps + draw.one_of(0, 1, 2, 3, 4, 5, 12)


def tolerance(k, n):
    return sum_tolerance(1, k)


def places(k, n):
    return n - k.size + 1


strata = {
    "more places than taps": lambda k, n: places(k, n) > k.size > 1,
    "fewer places than taps": lambda k, n: 1 < places(k, n) < k.size,
    "as many places as taps": lambda k, n: places(k, n) == k.size > 1,
    "even kernel": lambda k, n: k.size % 2 == 0 and places(k, n) > 2,
    "odd kernel of three or more": lambda k, n: k.size % 2 == 1 < k.size and places(k, n) > 2,
    "signal of even length": lambda k, n: n % 2 == 0 and k.size > 1 and places(k, n) > 2,
    "signal of odd length": lambda k, n: n % 2 == 1 and k.size > 1 and places(k, n) > 2,
    "kernel of one tap": lambda k, n: k.size == 1 and n > 1,
    "kernel as long as the signal": lambda k, n: k.size == n > 1,
    "kernel one shorter than the signal": lambda k, n: k.size == n - 1 > 1,
    "signal of one entry": lambda k, n: n == 1,
    "long signal": lambda k, n: n > 12 and k.size > 1,
    "kernel that begins or ends with zero": lambda k, n: k[0] * k[-1] == 0 and k.size > 2 and places(k, n) > 1,
}


def is_varied(k, n):
    """At least two taps, no two of them alike and none of them zero, and at least three places."""
    return len(np.unique(k)) == k.size > 1 and 0 not in k and places(k, n) > 2


def probe(size):
    """Whole numbers without a pattern."""
    i = np.arange(1.0, size + 1)
    return (5 * i * i + 3 * i) % 37 - 11


def same(got, expected):
    """Whether two arrays of whole numbers are equal; broadcasts nothing, and NaN equals nothing."""
    return got.shape == expected.shape and bool(np.all(np.abs(got - expected) < 1e-2))


@law(times=100)
def has_one_row_for_each_place(f, k, n):
    """The matrix has a row for each of the n - Kn + 1 places of the kernel, and a column for each entry of the signal."""
    T = f(k, n)
    expected = places(k, n), n
    require(T.shape == expected, f, (k, n), f"Your result has shape {T.shape}; it should be {expected}.")


@law(times=100)
def is_constant_along_its_diagonals(f, k, n):
    """Each row is the row above, moved on by one column."""
    T = f(k, n)
    require(same(T[1:, 1:], T[:-1, :-1]), f, (k, n), "A row of your matrix is not the row above, moved to the right by one column.")


@law(times=100)
def is_zero_beside_the_kernel(f, k, n):
    """In row i all entries but those of the columns i to i + Kn - 1 are zero."""
    behind = np.arange(n) - np.arange(places(k, n))[:, None]
    outside = f(k, n)[(behind < 0) | (behind >= k.size)]
    require(same(outside, np.zeros(outside.shape)), f, (k, n), "Your matrix holds numbers where the kernel does not lie.")


@law(times=100)
def every_row_adds_up_to_the_kernel(f, k, n):
    """The sum of each row is the sum of the kernel."""
    sums = f(k, n).sum(axis=1)
    require(same(sums, np.full(sums.shape, k.sum())), f, (k, n), "A row of your matrix does not add up to the sum of the kernel.")


@law(times=100)
def times_a_signal_is_the_correlation(f, k, n):
    """T @ x is the cross-correlation of x with k."""
    x = probe(n)
    expected = np.array([x[i : i + k.size] @ k for i in range(places(k, n))])
    require(same(f(k, n) @ x, expected), f, (k, n), "Your matrix times a signal is not the cross-correlation of the signal with k.")


@law(times=100)
def transposed_it_is_the_full_convolution(f, k, n):
    """T.T @ y is the full convolution of y with k."""
    y = probe(places(k, n))
    require(same(f(k, n).T @ y, np.convolve(y, k)), f, (k, n), "Your matrix, transposed, times y is not the full convolution of y with k.")


@law(where=is_varied, times=3)
def a_one_hot_kernel_gives_one_diagonal(f, k, n):
    """A kernel with a single 1, in place a, gives ones on the diagonal that begins in column a, and zeros elsewhere."""
    for a in 0, k.size - 1:
        agree(f, (np.eye(k.size)[a], n), np.eye(places(k, n), n, a))


@law(where=is_varied, times=3)
def is_linear_in_the_kernel(f, k, n):
    """T(20 k + l) = 20 T(k) + T(l), and the matrix of a kernel of zeros is all zeros."""
    other = probe(k.size)
    agree(f, (20 * k + other, n), 20 * f(k, n) + f(other, n))
    agree(f, (0 * k, n), 0 * f(k, n))


@law(where=is_varied, times=3)
def two_in_a_row_are_one(f, k, n):
    """The matrix of k, then that of l, is the matrix of their full convolution."""
    for taps in 2, places(k, n):
        second = probe(taps)
        agree(f, (np.convolve(k, second), n), f(second, places(k, n)) @ f(k, n))


@law(where=is_varied, times=4)
def a_longer_signal_adds_a_row_and_a_column(f, k, n):
    """The matrix for a signal that is longer by one, without its last row and column or without its first, is this one."""
    larger = f(k, n + 1)
    agree(f, (k, n), larger[:-1, :-1])
    agree(f, (k, n), larger[1:, 1:])


@law(where=is_varied, times=3)
def a_zero_at_an_end_of_the_kernel_costs_a_row(f, k, n):
    """A zero behind the kernel costs the last row of the matrix, a zero in front of it the first."""
    agree(f, (np.append(k, 0), n), f(k, n)[:-1])
    agree(f, (np.append(0, k), n), f(k, n)[1:])


@contract(where=lambda k, n: k.size > 3, times=2)
def refuses_a_kernel_that_does_not_fit(f, k, n):
    """A kernel that is longer than the signal raises ValueError."""
    refuses(f, (k, k.size - 1), "the kernel is longer than the signal by one")
    refuses(f, (k, 1), "the kernel is longer than the signal")


@contract(where=lambda k, n: is_whole(k) and is_varied(k, n), times=3)
def does_not_truncate(f, k, n):
    """A kernel of integers gives the same numbers as the same one of floats, and fractions stay fractions."""
    agree(f, (k.astype(np.int64), n), f(k, n))
    agree(f, (k / 4, n), f(k, n) / 4, 1 / 64)
