"""toeplitz_1d: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv1D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_one_row_for_each_place"
DIAGONAL = "is_constant_along_its_diagonals"
BESIDE = "is_zero_beside_the_kernel"
SUMS = "every_row_adds_up_to_the_kernel"
TIMES = "times_a_signal_is_the_correlation"
ADJOINT = "transposed_it_is_the_full_convolution"
ONE_HOT = "a_one_hot_kernel_gives_one_diagonal"
LINEAR = "is_linear_in_the_kernel"
TWO = "two_in_a_row_are_one"
LONGER = "a_longer_signal_adds_a_row_and_a_column"
ZERO = "a_zero_at_an_end_of_the_kernel_costs_a_row"
REFUSES = "refuses_a_kernel_that_does_not_fit"
TRUNCATE = "does_not_truncate"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def toeplitz_1d(k, n):
    """The Toeplitz matrix of a discrete convolution (Goodfellow et al., Deep Learning, section 9.1), kernel not flipped."""
    rows = places(k, n)
    T = np.zeros((rows, n))
    for i in range(rows):
        for a in range(len(k)):
            T[i, i + a] = k[a]
    return T


def second_technique(k, n):
    """Windows of length n over the kernel between zeros, the last window first."""
    zeros = np.zeros(places(k, n) - 1)
    return np.lib.stride_tricks.sliding_window_view(np.concatenate([zeros, k, zeros]), n)[::-1]


def keras(k, n):
    """The answers of a Conv1D with this kernel to the n signals with a single 1, as columns."""
    import keras

    layer = keras.layers.Conv1D(1, len(k), use_bias=False)
    layer.build((None, n, 1))
    layer.set_weights([k[:, None, None]])
    return keras.ops.convert_to_numpy(layer(np.eye(n)[:, :, None]))[:, :, 0].T


def terms(k, n):
    """A weight is a weight: nothing is added up."""
    return 1


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    yield array(17), 120


def places(k, n):
    if len(k) > n:
        raise ValueError("kernel longer than the signal")
    return n - len(k) + 1


def band(k, rows, n, start):
    """What a student's loop does: in row i the kernel begins in column start(i), and what lies outside the matrix is cut off."""
    T = np.zeros((rows, n))
    for i in range(rows):
        for a in range(len(k)):
            if 0 <= start(i) + a < n:
                T[i, start(i) + a] = k[a]
    return T


@misconception("Your rows hold the kernel backwards. T @ x is a correlation: row i reads k forwards.", fails={VALUE, TIMES, ADJOINT, ONE_HOT, ZERO})
def flips_the_kernel(k, n):
    return toeplitz_1d(k[::-1], n)


@misconception(
    "Your matrix has a row for each entry of the signal, and the last rows hold part of the kernel only. It fits n - Kn + 1 times.",
    fails={VALUE, SHAPE, BESIDE, SUMS, TIMES, ADJOINT, ONE_HOT, TWO, ZERO},
)
def has_as_many_rows_as_columns(k, n):
    places(k, n)
    return band(k, n, n, lambda i: i)


@misconception(
    "You pad the signal with zeros and lay the middle of the kernel on each entry. Only the places where all of the kernel fits count.",
    fails={VALUE, SHAPE, BESIDE, SUMS, TIMES, ADJOINT, ONE_HOT, TWO, ZERO},
)
def centres_the_kernel(k, n):
    places(k, n)
    return band(k, n, n, lambda i: i - len(k) // 2)


@misconception(
    "Your kernel goes on at the front when it leaves the signal at the end. That is a circulant matrix, of periodic convolution.",
    fails={VALUE, SHAPE, BESIDE, TIMES, ADJOINT, ONE_HOT, TWO, LONGER, ZERO},
)
def wraps_around_the_end(k, n):
    row = np.concatenate([k, np.zeros(places(k, n) - 1)])
    return np.array([np.roll(row, i) for i in range(n)])


@misconception(
    "You count the places where kernel and signal overlap at all (full mode). Only those where all of the kernel fits count.",
    fails={VALUE, SHAPE, BESIDE, SUMS, TIMES, ADJOINT, ONE_HOT, TWO, ZERO},
)
def gives_the_matrix_of_full_mode(k, n):
    places(k, n)
    return band(k, n + len(k) - 1, n, lambda i: i - len(k) + 1)


@misconception(
    "You take n for the length of the result. It is that of the signal: T has n columns.",
    fails={VALUE, SHAPE, BESIDE, TIMES, ADJOINT, ONE_HOT, TWO, ZERO, REFUSES},
)
def takes_n_for_the_length_of_the_result(k, n):
    return toeplitz_1d(k, n + len(k) - 1)


@misconception(
    "Your matrix is transposed: it has a row for each place of the kernel, and a column for each entry of the signal.",
    fails={VALUE, SHAPE, BESIDE, SUMS, TIMES, ADJOINT, ONE_HOT, TWO, ZERO},
)
def transposes_the_matrix(k, n):
    return toeplitz_1d(k, n).T


@misconception(
    "The last row is missing: a kernel of Kn fits into n at n - Kn + 1 places, not n - Kn.",
    fails={VALUE, SHAPE, BESIDE, TIMES, ADJOINT, ONE_HOT, TWO},
)
def leaves_out_the_last_row(k, n):
    return toeplitz_1d(k, n)[:-1]


@misconception(
    "From row to row you move the kernel by its length. The next row is moved by one column.",
    fails={VALUE, DIAGONAL, BESIDE, SUMS, TIMES, ADJOINT, ONE_HOT, TWO, LONGER, ZERO},
)
def moves_by_the_kernel(k, n):
    return band(k, places(k, n), n, lambda i: i * len(k))


@misconception("Your kernel never moves: row i begins with i zeros.", fails={VALUE, DIAGONAL, BESIDE, TIMES, ADJOINT, ONE_HOT, TWO, LONGER, ZERO})
def never_moves_the_kernel(k, n):
    return band(k, places(k, n), n, lambda i: 0)


@misconception(
    "Your rows stand upside down: the first row belongs to the first place of the kernel.",
    fails={VALUE, DIAGONAL, BESIDE, TIMES, ADJOINT, ONE_HOT, TWO, LONGER, ZERO},
)
def begins_with_the_last_row(k, n):
    return toeplitz_1d(k, n)[::-1]


@misconception(
    "Your kernel stands below the diagonal as well. Only the first row of a Toeplitz matrix begins with k; its first column is zero below k[0].",
    fails={VALUE, BESIDE, SUMS, TIMES, ADJOINT, ONE_HOT, TWO, ZERO},
)
def mirrors_the_kernel_at_the_diagonal(k, n):
    rows = places(k, n)
    distance = np.abs(np.arange(n) - np.arange(rows)[:, None])
    return np.where(distance < len(k), k[np.minimum(distance, len(k) - 1)], 0.0)


@misconception(
    "Your kernel looks back: entry i uses x[i], x[i - 1] and so on. It uses x[i], x[i + 1], ...: the kernel stands right of the diagonal.",
    fails={VALUE, BESIDE, SUMS, TIMES, ADJOINT, ONE_HOT, ZERO},
)
def looks_back(k, n):
    return band(k[::-1], places(k, n), n, lambda i: i - len(k) + 1)


@misconception(
    "The last tap of the kernel is missing: a slice i : i + Kn ends before i + Kn, it holds Kn entries.",
    fails={VALUE, SUMS, TIMES, ADJOINT, ONE_HOT, TWO, ZERO},
)
def drops_the_last_tap(k, n):
    return band(k[:-1], places(k, n), n, lambda i: i)


@misconception("Your matrix holds integers, so every tap is truncated. Make it an array of floats.", fails={VALUE, TRUNCATE})
def allocates_integers(k, n):
    return toeplitz_1d(k, n).astype(int)


@misconception(
    "You refuse a kernel that is as long as the signal. It fits once: refuse only longer ones.",
    fails={VALUE, SHAPE, DIAGONAL, BESIDE, SUMS, TIMES, ADJOINT, TWO},
)
def refuses_a_kernel_as_long_as_the_signal(k, n):
    if len(k) >= n:
        raise ValueError("kernel too long")
    return toeplitz_1d(k, n)


@misconception("A kernel that does not fit must raise ValueError; without a check you return an empty matrix.", fails={REFUSES})
def does_not_check_that_the_kernel_fits(k, n):
    return toeplitz_1d(k, n) if len(k) <= n else np.zeros((0, n))


@misconception("You reverse the kernel in place, which changes the caller's array. Work on a copy.", fails={INPUTS})
def changes_the_kernel(k, n):
    T = toeplitz_1d(k, n)
    k[:] = k[::-1].copy()
    return T


_calls = []


@misconception(
    "Your function counts its calls and lets them into the result. Start every call afresh.",
    fails={VALUE, SUMS, TIMES, ADJOINT, ONE_HOT, LINEAR, TWO, LONGER, ZERO, TRUNCATE, MEMORY},
)
def counts_its_calls(k, n):
    _calls.append(n)
    return toeplitz_1d(k, n) * len(_calls)
