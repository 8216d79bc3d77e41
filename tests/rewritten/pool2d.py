"""Every mistake of pool2d, made twice in two styles; nothing here is a right solution."""

from statistics import fmean

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def check_fit(X, pool_size):
    if pool_size[0] > X.shape[0] or pool_size[1] > X.shape[1]:
        raise ValueError("the window does not fit into the image")


def check_mode(mode):
    if mode not in ("max", "avg"):
        raise ValueError("mode must be 'max' or 'avg'")


def check(X, pool_size, mode):
    check_fit(X, pool_size)
    check_mode(mode)


def output_shape(X, pool_size):
    return X.shape[0] - pool_size[0] + 1, X.shape[1] - pool_size[1] + 1


def windows_of(X, pool_size):
    return sliding_window_view(np.asarray(X, dtype=float), tuple(pool_size))


def pool(window, mode):
    return window.max() if mode == "max" else window.mean()


def reduce_last(windows, mode):
    return np.max(windows, axis=(2, 3)) if mode == "max" else np.mean(windows, axis=(2, 3))


# moves_by_the_window


def moves_by_the_window__loops(X, pool_size, mode="max"):
    ph, pw = pool_size
    rows, cols = X.shape[0] // ph, X.shape[1] // pw
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            window = X[i * ph : (i + 1) * ph, j * pw : (j + 1) * pw]
            Y[i, j] = window.max() if mode == "max" else window.mean()
    return Y


def moves_by_the_window__arrays(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    ph, pw = pool_size
    h, w = X.shape
    blocks = X[: h // ph * ph, : w // pw * pw].astype(float).reshape(h // ph, ph, w // pw, pw)
    return {"max": np.max, "avg": np.mean}[mode](blocks, axis=(1, 3))


# sums_instead_of_averaging


def sums_instead_of_averaging__loops(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            if mode == "max":
                Y[i, j] = X[i : i + ph, j : j + pw].max()
            else:
                for a in range(ph):
                    for b in range(pw):
                        Y[i, j] += X[i + a, j + b]
    return Y


def sums_instead_of_averaging__arrays(X, pool_size, mode="max"):
    windows = windows_of(X, pool_size)
    return windows.max(axis=(2, 3)) if mode == "max" else windows.sum(axis=(2, 3))


# divides_by_the_height_alone


def divides_by_the_height_alone__loops(X, pool_size, mode="max"):
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            values = [float(X[i + a, j + b]) for a in range(ph) for b in range(pw)]
            Y[i, j] = max(values) if mode == "max" else sum(values) / ph
    return Y


def divides_by_the_height_alone__arrays(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    windows = windows_of(X, pool_size)
    if mode == "max":
        return windows.max(axis=(2, 3))
    return np.einsum("ijab->ij", windows) / len(windows[0, 0])


# exchanges_height_and_width


def exchanges_height_and_width__loops(X, pool_size, mode="max"):
    pw, ph = pool_size
    h, w = X.shape
    if ph > h or pw > w:
        raise ValueError("window too large")
    if mode != "max" and mode != "avg":
        raise ValueError("unknown mode")
    Y = np.zeros((h - ph + 1, w - pw + 1))
    for i in range(h - ph + 1):
        for j in range(w - pw + 1):
            Y[i, j] = pool(X[i : i + ph, j : j + pw], mode)
    return Y


def exchanges_height_and_width__arrays(X, pool_size, mode="max"):
    return reduce_last(windows_of(X, pool_size[::-1]), mode)


# takes_the_window_for_square


def takes_the_window_for_square__loops(X, pool_size, mode="max"):
    n = pool_size[0]
    rows, cols = X.shape[0] - n + 1, X.shape[1] - n + 1
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            best, total = X[i, j], 0.0
            for a in range(n):
                for b in range(n):
                    best = max(best, X[i + a, j + b])
                    total += X[i + a, j + b]
            Y[i, j] = best if mode == "max" else total / (n * n)
    return Y


def takes_the_window_for_square__arrays(X, pool_size, mode="max"):
    size = (pool_size[0],) * 2
    check(X, size, mode)
    return reduce_last(windows_of(X, size), mode)


# takes_the_image_for_square


def takes_the_image_for_square__loops(X, pool_size, mode="max"):
    n = len(X)
    ph, pw = pool_size
    if max(ph, pw) > n or mode not in ("max", "avg"):
        raise ValueError
    Y = np.zeros((n - ph + 1, n - pw + 1))
    for i in range(n - ph + 1):
        for j in range(n - pw + 1):
            values = [float(X[i + a, j + b]) for a in range(ph) for b in range(pw)]
            Y[i, j] = max(values) if mode == "max" else sum(values) / len(values)
    return Y


def takes_the_image_for_square__shifts(X, pool_size, mode="max"):
    n = X.shape[0]
    ph, pw = pool_size
    rows, cols = n - ph + 1, n - pw + 1
    shifted = np.stack([X[a : a + rows, b : b + cols] for a in range(ph) for b in range(pw)]).astype(float)
    return shifted.max(axis=0) if mode == "max" else shifted.mean(axis=0)


# takes_the_largest_absolute_value


def takes_the_largest_absolute_value__loops(X, pool_size, mode="max"):
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            values = [float(x) for x in X[i : i + ph, j : j + pw].flat]
            Y[i, j] = max(values, key=abs) if mode == "max" else sum(values) / len(values)
    return Y


def takes_the_largest_absolute_value__arrays(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    windows = windows_of(X, pool_size)
    return np.abs(windows).max(axis=(2, 3)) if mode == "max" else windows.mean(axis=(2, 3))


# starts_the_maximum_at_zero


def starts_the_maximum_at_zero__loops(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            best, total = 0, 0
            for a in range(ph):
                for b in range(pw):
                    total += float(X[i + a, j + b])
                    best = max(best, X[i + a, j + b])
            Y[i, j] = best if mode == "max" else total / (ph * pw)
    return Y


def starts_the_maximum_at_zero__shifts(X, pool_size, mode="max"):
    rows, cols = output_shape(X, pool_size)
    shifted = [X[a : a + rows, b : b + cols].astype(float) for a in range(pool_size[0]) for b in range(pool_size[1])]
    Y = np.zeros((rows, cols))
    for layer in shifted:
        Y = np.maximum(Y, layer) if mode == "max" else Y + layer / len(shifted)
    return Y


# starts_the_maximum_at_minus_one


def starts_the_maximum_at_minus_one__loops(X, pool_size, mode="max"):
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            window = X[i : i + ph, j : j + pw]
            if mode == "max":
                largest = -1
                for x in window.flat:
                    largest = max(largest, x)
                Y[i, j] = largest
            else:
                Y[i, j] = window.mean()
    return Y


def starts_the_maximum_at_minus_one__arrays(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    windows = windows_of(X, pool_size)
    if mode == "max":
        return windows.max(axis=(2, 3), initial=-1)
    return windows.mean(axis=(2, 3))


# always_takes_the_maximum


def always_takes_the_maximum__loops(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            Y[i, j] = max(X[i + a, j + b] for a in range(ph) for b in range(pw))
    return Y


def always_takes_the_maximum__arrays(X, pool_size, mode="max"):
    return windows_of(X, pool_size).max(axis=3).max(axis=2)


# always_takes_the_mean


def always_takes_the_mean__loops(X, pool_size, mode="max"):
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            total = 0.0
            for a in range(ph):
                for b in range(pw):
                    total += X[i + a, j + b]
            Y[i, j] = total / (ph * pw)
    return Y


def always_takes_the_mean__arrays(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    return np.mean(windows_of(X, pool_size), axis=(-2, -1))


# takes_the_minimum


def takes_the_minimum__loops(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    ph, pw = pool_size
    Y = np.zeros(output_shape(X, pool_size))
    for i, j in np.ndindex(*Y.shape):
        best, total = X[i, j], 0.0
        for a, b in np.ndindex(ph, pw):
            best = min(best, X[i + a, j + b])
            total += X[i + a, j + b]
        Y[i, j] = best if mode == "max" else total / (ph * pw)
    return Y


def takes_the_minimum__arrays(X, pool_size, mode="max"):
    windows = windows_of(X, pool_size)
    flat = np.sort(windows.reshape(windows.shape[:2] + (-1,)), axis=-1)
    return flat[..., 0] if mode == "max" else flat.mean(axis=-1)


# leaves_out_the_last_position


def leaves_out_the_last_position__loops(X, pool_size, mode="max"):
    (h, w), (ph, pw) = X.shape, pool_size
    Y = np.zeros((h - ph, w - pw))
    for i in range(h - ph):
        for j in range(w - pw):
            Y[i, j] = pool(X[i : i + ph, j : j + pw], mode)
    return Y


def leaves_out_the_last_position__arrays(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    return reduce_last(windows_of(X, pool_size), mode)[:-1, :-1]


# keeps_the_size_of_the_image


def keeps_the_size_of_the_image__loops(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    (h, w), (ph, pw) = X.shape, pool_size
    Y = np.zeros(X.shape)
    for i in range(h):
        for j in range(w):
            if i + ph <= h and j + pw <= w:
                Y[i, j] = pool(X[i : i + ph, j : j + pw], mode)
    return Y


def keeps_the_size_of_the_image__arrays(X, pool_size, mode="max"):
    pooled = reduce_last(windows_of(X, pool_size), mode)
    return np.pad(pooled, ((0, pool_size[0] - 1), (0, pool_size[1] - 1)))


# transposes_the_result


def transposes_the_result__loops(X, pool_size, mode="max"):
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((cols, rows))
    for i in range(rows):
        for j in range(cols):
            Y[j, i] = pool(X[i : i + ph, j : j + pw], mode)
    return Y


def transposes_the_result__comprehension(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    (h, w), (ph, pw) = X.shape, pool_size
    keep = {"max": max, "avg": fmean}[mode]
    return np.array([[float(keep(X[i : i + ph, j : j + pw].ravel().tolist())) for i in range(h - ph + 1)] for j in range(w - pw + 1)])


# allocates_integers


def allocates_integers__loops(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((rows, cols), dtype=int)
    for i in range(rows):
        for j in range(cols):
            Y[i, j] = pool(X[i : i + ph, j : j + pw], mode)
    return Y


def allocates_integers__arrays(X, pool_size, mode="max"):
    return reduce_last(windows_of(X, pool_size), mode).astype(np.int64)


# takes_the_type_of_the_image


def takes_the_type_of_the_image__loops(X, pool_size, mode="max"):
    ph, pw = pool_size
    Y = np.zeros(output_shape(X, pool_size), X.dtype)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            values = [float(X[i + a, j + b]) for a in range(ph) for b in range(pw)]
            Y[i, j] = max(values) if mode == "max" else sum(values) / len(values)
    return Y


def takes_the_type_of_the_image__arrays(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    rows, cols = output_shape(X, pool_size)
    Y = np.empty_like(X[:rows, :cols])
    Y[:] = reduce_last(windows_of(X, pool_size), mode)
    return Y


# does_not_check_that_the_window_fits


def does_not_check_that_the_window_fits__loops(X, pool_size, mode="max"):
    check_mode(mode)
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((max(rows, 0), max(cols, 0)))
    for i in range(rows):
        for j in range(cols):
            Y[i, j] = pool(X[i : i + ph, j : j + pw], mode)
    return Y


def does_not_check_that_the_window_fits__comprehension(X, pool_size, mode="max"):
    if mode not in ("max", "avg"):
        raise ValueError(mode)
    (h, w), (ph, pw) = X.shape, pool_size
    return np.array([[pool(X[i : i + ph, j : j + pw], mode) for j in range(w - pw + 1)] for i in range(h - ph + 1)], dtype=float)


# refuses_only_what_is_too_large_both_ways


def refuses_only_what_is_too_large_both_ways__loops(X, pool_size, mode="max"):
    check_mode(mode)
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    if rows < 1 and cols < 1:
        raise ValueError("the window does not fit")
    Y = np.zeros((max(rows, 0), max(cols, 0)))
    for i in range(rows):
        for j in range(cols):
            Y[i, j] = pool(X[i : i + ph, j : j + pw], mode)
    return Y


def refuses_only_what_is_too_large_both_ways__comprehension(X, pool_size, mode="max"):
    (h, w), (ph, pw) = X.shape, pool_size
    if mode not in ("max", "avg") or (ph > h and pw > w):
        raise ValueError(mode)
    return np.array([[pool(X[i : i + ph, j : j + pw], mode) for j in range(w - pw + 1)] for i in range(h - ph + 1)], dtype=float)


# does_not_check_the_mode


def does_not_check_the_mode__loops(X, pool_size, mode="max"):
    check_fit(X, pool_size)
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            window = X[i : i + ph, j : j + pw]
            if mode == "max":
                Y[i, j] = np.max(window)
            else:
                Y[i, j] = np.mean(window)
    return Y


def does_not_check_the_mode__arrays(X, pool_size, mode="max"):
    if np.any(np.array(pool_size) > X.shape):
        raise ValueError("window too large")
    keep = {"max": np.max}.get(mode, np.mean)
    return keep(windows_of(X, pool_size), axis=(2, 3))


# writes_into_the_image


def writes_into_the_image__loops(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    X = np.asarray(X, dtype=float)
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    for i in range(rows):
        for j in range(cols):
            X[i, j] = pool(X[i : i + ph, j : j + pw], mode)
    return X[:rows, :cols]


def writes_into_the_image__shifts(X, pool_size, mode="max"):
    X = np.asarray(X, dtype=float)
    rows, cols = output_shape(X, pool_size)
    Y = X[:rows, :cols]
    for a, b in np.ndindex(*pool_size):
        if a or b:
            layer = X[a : a + rows, b : b + cols]
            Y[...] = np.maximum(Y, layer) if mode == "max" else Y + layer
    if mode != "max":
        Y /= pool_size[0] * pool_size[1]
    return Y


# remembers_earlier_windows

windows_so_far = []
entries_so_far = []


def remembers_earlier_windows__loops(X, pool_size, mode="max"):
    ph, pw = pool_size
    rows, cols = output_shape(X, pool_size)
    for i in range(rows):
        for j in range(cols):
            windows_so_far.append(X[i : i + ph, j : j + pw].astype(float))
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            Y[i, j] = pool(windows_so_far[i * cols + j], mode)
    return Y


def remembers_earlier_windows__comprehension(X, pool_size, mode="max"):
    check(X, pool_size, mode)
    (h, w), (ph, pw) = X.shape, pool_size
    entries_so_far.extend(X[i : i + ph, j : j + pw].ravel().tolist() for i in range(h - ph + 1) for j in range(w - pw + 1))
    keep = max if mode == "max" else fmean
    return np.array([float(keep(window)) for window in entries_so_far]).reshape(-1, w - pw + 1)
