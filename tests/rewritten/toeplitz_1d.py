import numpy as np

MATRICES = {}
BUFFER = {}


def refuse(k, n):
    if len(k) > n:
        raise ValueError("the kernel does not fit")


def gather(k, lag):
    """Entry k[lag] where the lag is a tap, else 0."""
    inside = (lag >= 0) & (lag < len(k))
    return np.where(inside, np.asarray(k, dtype=float)[np.clip(lag, 0, len(k) - 1)], 0.0)


def lags(rows, cols):
    return np.arange(cols) - np.arange(rows)[:, None]


def empty(rows, cols):
    return np.zeros((max(rows, 0), cols))


def flips_the_kernel__loops(k, n):
    refuse(k, n)
    m = len(k)
    T = np.zeros((n - m + 1, n))
    for i in range(n - m + 1):
        for a in range(m):
            T[i, i + a] = k[m - 1 - a]
    return T


def flips_the_kernel__arrays(k, n):
    return gather(k[::-1], lags(max(n - len(k) + 1, 0), n))


def has_as_many_rows_as_columns__loops(k, n):
    T = np.zeros((n, n))
    for i in range(n):
        for a in range(len(k)):
            if i + a < n:
                T[i, i + a] = k[a]
    return T


def has_as_many_rows_as_columns__arrays(k, n):
    refuse(k, n)
    return sum(np.diag(np.full(n - a, float(v)), a) for a, v in enumerate(k))


def centres_the_kernel__loops(k, n):
    refuse(k, n)
    T = np.zeros((n, n))
    for i in range(n):
        for a in range(len(k)):
            c = i + a - len(k) // 2
            if 0 <= c < n:
                T[i, c] = k[a]
    return T


def centres_the_kernel__arrays(k, n):
    return gather(k, lags(n, n) + len(k) // 2)


def wraps_around_the_end__loops(k, n):
    T = np.zeros((n, n))
    for i in range(n):
        for a in range(len(k)):
            T[i, (i + a) % n] += k[a]
    return T


def wraps_around_the_end__arrays(k, n):
    refuse(k, n)
    row = np.concatenate([k, np.zeros(n - len(k))])
    return np.stack([np.roll(row, i) for i in range(n)])


def gives_the_matrix_of_full_mode__loops(k, n):
    refuse(k, n)
    m = len(k)
    T = np.zeros((n + m - 1, n))
    for i in range(n + m - 1):
        for a in range(m):
            c = i + a - (m - 1)
            if 0 <= c < n:
                T[i, c] = k[a]
    return T


def gives_the_matrix_of_full_mode__arrays(k, n):
    return gather(k, lags(n + len(k) - 1, n) + len(k) - 1)


def takes_n_for_the_length_of_the_result__loops(k, n):
    T = np.zeros((n, n + len(k) - 1))
    for i in range(n):
        for a in range(len(k)):
            T[i, i + a] = k[a]
    return T


def takes_n_for_the_length_of_the_result__arrays(k, n):
    refuse(k, n)
    return gather(k, lags(n, n + len(k) - 1))


def transposes_the_matrix__loops(k, n):
    refuse(k, n)
    T = np.zeros((n, n - len(k) + 1))
    for i in range(n - len(k) + 1):
        for a in range(len(k)):
            T[i + a, i] = k[a]
    return T


def transposes_the_matrix__arrays(k, n):
    return gather(k, lags(max(n - len(k) + 1, 0), n)).T


def leaves_out_the_last_row__loops(k, n):
    T = empty(n - len(k), n)
    for i in range(n - len(k)):
        for a in range(len(k)):
            T[i, i + a] = k[a]
    return T


def leaves_out_the_last_row__arrays(k, n):
    refuse(k, n)
    return gather(k, lags(n - len(k), n))


def moves_by_the_kernel__loops(k, n):
    refuse(k, n)
    rows = (n - len(k)) // len(k) + 1
    T = np.zeros((rows, n))
    for i in range(rows):
        for a in range(len(k)):
            T[i, i * len(k) + a] = k[a]
    return T


def moves_by_the_kernel__arrays(k, n):
    m = len(k)
    return np.pad(np.kron(np.eye(n // m), np.asarray(k, dtype=float)[None]), ((0, 0), (0, n % m)))


def never_moves_the_kernel__loops(k, n):
    T = empty(n - len(k) + 1, n)
    for i in range(n - len(k) + 1):
        for a in range(len(k)):
            T[i, a] = k[a]
    return T


def never_moves_the_kernel__arrays(k, n):
    refuse(k, n)
    return np.tile(np.concatenate([k, np.zeros(n - len(k))]), (n - len(k) + 1, 1))


def begins_with_the_last_row__loops(k, n):
    refuse(k, n)
    rows = n - len(k) + 1
    T = np.zeros((rows, n))
    for i in range(rows):
        for a in range(len(k)):
            T[rows - 1 - i, i + a] = k[a]
    return T


def begins_with_the_last_row__arrays(k, n):
    return np.flipud(gather(k, lags(max(n - len(k) + 1, 0), n)))


def mirrors_the_kernel_at_the_diagonal__loops(k, n):
    T = empty(n - len(k) + 1, n)
    for i in range(len(T)):
        for j in range(n):
            if abs(i - j) < len(k):
                T[i, j] = k[abs(i - j)]
    return T


def mirrors_the_kernel_at_the_diagonal__arrays(k, n):
    refuse(k, n)
    return gather(k, np.abs(lags(n - len(k) + 1, n)))


def looks_back__loops(k, n):
    refuse(k, n)
    T = np.zeros((n - len(k) + 1, n))
    for i in range(len(T)):
        for a in range(len(k)):
            if i - a >= 0:
                T[i, i - a] = k[a]
    return T


def looks_back__arrays(k, n):
    return gather(k, -lags(max(n - len(k) + 1, 0), n))


def drops_the_last_tap__loops(k, n):
    T = empty(n - len(k) + 1, n)
    for i in range(len(T)):
        for a in range(len(k) - 1):
            T[i, i + a] = k[a]
    return T


def drops_the_last_tap__arrays(k, n):
    refuse(k, n)
    T = np.zeros((n - len(k) + 1, n))
    for i, row in enumerate(T):
        row[i : i + len(k) - 1] = k[:-1]
    return T


def allocates_integers__loops(k, n):
    refuse(k, n)
    T = np.zeros((n - len(k) + 1, n), dtype=int)
    for i in range(len(T)):
        for a in range(len(k)):
            T[i, i + a] = k[a]
    return T


def allocates_integers__arrays(k, n):
    return gather(k, lags(max(n - len(k) + 1, 0), n)).astype(int)


def refuses_a_kernel_as_long_as_the_signal__loops(k, n):
    if len(k) >= n:
        raise ValueError("the kernel does not fit")
    T = np.zeros((n - len(k) + 1, n))
    for i in range(len(T)):
        for a in range(len(k)):
            T[i, i + a] = k[a]
    return T


def refuses_a_kernel_as_long_as_the_signal__arrays(k, n):
    if not k.size < n:
        raise ValueError("kernel too long")
    return gather(k, lags(n - k.size + 1, n))


def does_not_check_that_the_kernel_fits__loops(k, n):
    rows = []
    for i in range(n - len(k) + 1):
        row = [0.0] * n
        for a in range(len(k)):
            row[i + a] = float(k[a])
        rows.append(row)
    return np.array(rows).reshape(len(rows), n)


def does_not_check_that_the_kernel_fits__arrays(k, n):
    return gather(k, lags(max(n - len(k) + 1, 0), n))


def changes_the_kernel__loops(k, n):
    refuse(k, n)
    m = len(k)
    for a in range(m // 2):
        k[a], k[m - 1 - a] = k[m - 1 - a], k[a]
    T = np.zeros((n - m + 1, n))
    for i in range(len(T)):
        for a in range(m):
            T[i, i + a] = k[m - 1 - a]
    return T


def changes_the_kernel__arrays(k, n):
    k[:] = k[::-1].copy()
    return gather(k, len(k) - 1 - lags(max(n - len(k) + 1, 0), n))


calls = 0


def counts_its_calls__loops(k, n):
    global calls
    refuse(k, n)
    calls += 1
    T = np.zeros((n - len(k) + 1, n))
    for i in range(len(T)):
        for a in range(len(k)):
            T[i, i + a] = calls * k[a]
    return T


signals = []


def counts_its_calls__arrays(k, n):
    signals.append(n)
    return gather(np.asarray(k) * len(signals), lags(max(n - len(k) + 1, 0), n))
