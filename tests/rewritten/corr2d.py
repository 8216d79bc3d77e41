"""Every mistake of corr2d, made twice in two styles; nothing here is a right solution."""

from itertools import product

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def need_fit(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("the kernel does not fit into the image")


def output_shape(X, K):
    return X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1


def windows_of(X, K):
    return sliding_window_view(np.asarray(X, dtype=float), K.shape)


# flips_the_kernel


def flips_the_kernel__loops(X, K):
    h, w = X.shape
    kh, kw = K.shape
    Y = np.zeros((h - kh + 1, w - kw + 1))
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            for a in range(kh):
                for b in range(kw):
                    Y[i, j] += float(X[i + a, j + b]) * K[kh - 1 - a, kw - 1 - b]
    return Y


def flips_the_kernel__einsum(X, K):
    need_fit(X, K)
    return np.einsum("ijab,ab->ij", windows_of(X, K), np.rot90(K, 2).astype(float))


# flips_the_rows_of_the_kernel


def flips_the_rows_of_the_kernel__loops(X, K):
    need_fit(X, K)
    kh, kw = K.shape
    rows, cols = output_shape(X, K)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            total = 0.0
            for a in range(kh):
                for b in range(kw):
                    total += float(X[i + a, j + b]) * K[-1 - a, b]
            Y[i, j] = total
    return Y


def flips_the_rows_of_the_kernel__rowwise(X, K):
    upside_down = np.flipud(K).astype(float)
    rows, cols = output_shape(X, K)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        Y[i] = sum(np.correlate(X[i + a].astype(float), taps, "valid") for a, taps in enumerate(upside_down))
    return Y


# flips_the_columns_of_the_kernel


def flips_the_columns_of_the_kernel__loops(X, K):
    kh, kw = K.shape
    rows, cols = output_shape(X, K)
    Y = np.empty((rows, cols), dtype=float)
    for i in range(rows):
        for j in range(cols):
            Y[i, j] = np.sum(X[i : i + kh, j : j + kw].astype(float) * K[:, ::-1])
    return Y


def flips_the_columns_of_the_kernel__rowwise(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError
    rows = X.shape[0] - K.shape[0] + 1
    lines = [[np.convolve(X[i + a] * 1.0, K[a], mode="valid") for a in range(len(K))] for i in range(rows)]
    return np.sum(lines, axis=1)


# transposes_a_square_kernel


def transposes_a_square_kernel__loops(X, K):
    kh, kw = K.shape
    rows, cols = output_shape(X, K)
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            for a in range(kh):
                for b in range(kw):
                    Y[i, j] += float(X[i + a, j + b]) * K[b, a]
    return Y


def transposes_a_square_kernel__arrays(X, K):
    need_fit(X, K)
    columns = windows_of(X, K).reshape(-1, K.size)
    weights = K.ravel(order="F") if K.shape[0] == K.shape[1] else K.ravel()
    return (columns @ weights.astype(float)).reshape(output_shape(X, K))


# leaves_out_the_last_position


def leaves_out_the_last_position__loops(X, K):
    need_fit(X, K)
    h, w = X.shape
    kh, kw = K.shape
    Y = np.zeros((h - kh, w - kw))
    for i in range(h - kh):
        for j in range(w - kw):
            Y[i, j] = (X[i : i + kh, j : j + kw].astype(float) * K).sum()
    return Y


def leaves_out_the_last_position__shifts(X, K):
    (h, w), (kh, kw) = X.shape, K.shape
    Y = np.zeros((h - kh, w - kw))
    for a, b in product(range(kh), range(kw)):
        Y += X[a : h - kh + a, b : w - kw + b].astype(float) * K[a, b]
    return Y


# keeps_the_size_of_the_image


def keeps_the_size_of_the_image__loops(X, K):
    h, w = X.shape
    kh, kw = K.shape
    Y = np.zeros((h, w))
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            total = 0.0
            for a in range(kh):
                for b in range(kw):
                    total += float(X[i + a, j + b]) * K[a, b]
            Y[i, j] = total
    return Y


def keeps_the_size_of_the_image__arrays(X, K):
    need_fit(X, K)
    Y = np.zeros_like(X, dtype=float)
    rows, cols = output_shape(X, K)
    Y[:rows, :cols] = np.tensordot(windows_of(X, K), K.astype(float), axes=2)
    return Y


# pads_to_the_size_of_the_image


def pads_to_the_size_of_the_image__loops(X, K):
    need_fit(X, K)
    h, w = X.shape
    kh, kw = K.shape
    Y = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            for a in range(kh):
                for b in range(kw):
                    y, x = i + a - kh // 2, j + b - kw // 2
                    if 0 <= y < h and 0 <= x < w:
                        Y[i, j] += float(X[y, x]) * K[a, b]
    return Y


def pads_to_the_size_of_the_image__arrays(X, K):
    kh, kw = K.shape
    padded = np.pad(X.astype(float), (((kh - 1) // 2, kh // 2), ((kw - 1) // 2, kw // 2)))
    return np.einsum("ijab,ab->ij", sliding_window_view(padded, (kh, kw)), K)


# uses_the_matrix_product


def uses_the_matrix_product__loops(X, K):
    kh, kw = K.shape
    Y = np.zeros(output_shape(X, K))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i : i + kh, j : j + kw].astype(float)
            Y[i, j] = np.dot(window, K).sum()
    return Y


def uses_the_matrix_product__arrays(X, K):
    need_fit(X, K)
    return (windows_of(X, K) @ K.astype(float)).sum(axis=(-2, -1))


# takes_the_mean


def takes_the_mean__loops(X, K):
    need_fit(X, K)
    kh, kw = K.shape
    Y = np.zeros(output_shape(X, K))
    for i, j in np.ndindex(*Y.shape):
        total = 0.0
        for a, b in np.ndindex(kh, kw):
            total += float(X[i + a, j + b]) * K[a, b]
        Y[i, j] = total / (kh * kw)
    return Y


def takes_the_mean__arrays(X, K):
    return np.mean(windows_of(X, K) * K, axis=(2, 3))


# takes_the_maximum


def takes_the_maximum__loops(X, K):
    kh, kw = K.shape
    Y = np.zeros(output_shape(X, K))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            best = -np.inf
            for a in range(kh):
                for b in range(kw):
                    best = max(best, float(X[i + a, j + b]) * K[a, b])
            Y[i, j] = best
    return Y


def takes_the_maximum__shifts(X, K):
    need_fit(X, K)
    rows, cols = output_shape(X, K)
    products = [X[a : a + rows, b : b + cols].astype(float) * K[a, b] for a, b in np.ndindex(*K.shape)]
    return np.maximum.reduce(products)


# takes_the_kernel_for_square


def takes_the_kernel_for_square__loops(X, K):
    n = len(K)
    h, w = X.shape
    if n > h or n > w:
        raise ValueError("kernel too large")
    Y = np.zeros((h - n + 1, w - n + 1))
    for i in range(h - n + 1):
        for j in range(w - n + 1):
            for a in range(n):
                for b in range(n):
                    Y[i, j] += float(X[i + a, j + b]) * K[a, b]
    return Y


def takes_the_kernel_for_square__arrays(X, K):
    n = K.shape[0]
    return (sliding_window_view(X.astype(float), (n, n)) * K).sum(axis=(2, 3))


# takes_the_image_for_square


def takes_the_image_for_square__loops(X, K):
    n = X.shape[0]
    kh, kw = K.shape
    Y = np.zeros((n - kh + 1, n - kw + 1))
    for i in range(n - kh + 1):
        for j in range(n - kw + 1):
            Y[i, j] = sum(float(X[i + a, j + b]) * K[a, b] for a in range(kh) for b in range(kw))
    return Y


def takes_the_image_for_square__shifts(X, K):
    n = len(X)
    kh, kw = K.shape
    if kh > n or kw > n:
        raise ValueError("kernel too large")
    rows, cols = n - kh + 1, n - kw + 1
    return sum(X[a : a + rows, b : b + cols].astype(float) * K[a, b] for a in range(kh) for b in range(kw))


# transposes_the_result


def transposes_the_result__loops(X, K):
    need_fit(X, K)
    kh, kw = K.shape
    rows, cols = output_shape(X, K)
    Y = np.zeros((cols, rows))
    for i in range(rows):
        for j in range(cols):
            for a in range(kh):
                for b in range(kw):
                    Y[j, i] += float(X[i + a, j + b]) * K[a, b]
    return Y


def transposes_the_result__comprehension(X, K):
    kh, kw = K.shape
    rows, cols = output_shape(X, K)
    F = X.astype(float)
    return np.array([[np.vdot(F[i : i + kh, j : j + kw], K) for i in range(rows)] for j in range(cols)], dtype=float)


# never_resets_the_sum


def never_resets_the_sum__loops(X, K):
    kh, kw = K.shape
    rows, cols = output_shape(X, K)
    Y = np.zeros((rows, cols))
    total = 0.0
    for i in range(rows):
        for j in range(cols):
            for a in range(kh):
                for b in range(kw):
                    total += float(X[i + a, j + b]) * K[a, b]
            Y[i, j] = total
    return Y


def never_resets_the_sum__flat(X, K):
    need_fit(X, K)
    total = 0.0
    entries = [total := total + np.sum(window * K) for row in windows_of(X, K) for window in row]
    return np.array(entries).reshape(output_shape(X, K))


# allocates_integers


def allocates_integers__loops(X, K):
    need_fit(X, K)
    kh, kw = K.shape
    Y = np.zeros(output_shape(X, K), dtype=int)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    Y[i, j] += float(X[i + a, j + b]) * K[a, b]
    return Y


def allocates_integers__arrays(X, K):
    Y = np.empty(output_shape(X, K), dtype=np.int64)
    Y[...] = np.tensordot(windows_of(X, K), K.astype(float), axes=([2, 3], [0, 1]))
    return Y


# takes_the_type_of_the_image


def takes_the_type_of_the_image__loops(X, K):
    kh, kw = K.shape
    Y = np.zeros(output_shape(X, K), dtype=X.dtype)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            total = 0.0
            for a in range(kh):
                for b in range(kw):
                    total += float(X[i + a, j + b]) * K[a, b]
            Y[i, j] = total
    return Y


def takes_the_type_of_the_image__einsum(X, K):
    need_fit(X, K)
    rows, cols = output_shape(X, K)
    Y = np.zeros_like(X[:rows, :cols])
    Y[:] = np.einsum("ijab,ab", windows_of(X, K), K)
    return Y


# does_not_check_that_the_kernel_fits


def does_not_check_that_the_kernel_fits__loops(X, K):
    kh, kw = K.shape
    rows, cols = output_shape(X, K)
    Y = np.zeros((max(rows, 0), max(cols, 0)))
    for i in range(rows):
        for j in range(cols):
            for a in range(kh):
                for b in range(kw):
                    Y[i, j] += float(X[i + a, j + b]) * K[a, b]
    return Y


def does_not_check_that_the_kernel_fits__comprehension(X, K):
    (h, w), (kh, kw) = X.shape, K.shape
    F = X.astype(float)
    return np.array([[(F[i : i + kh, j : j + kw] * K).sum() for j in range(w - kw + 1)] for i in range(h - kh + 1)], dtype=float)


# refuses_only_what_is_too_large_both_ways


def refuses_only_what_is_too_large_both_ways__comprehension(X, K):
    (h, w), (kh, kw) = X.shape, K.shape
    if kh > h and kw > w:
        raise ValueError("the kernel is larger than the image")
    spots = [[sum(float(X[i + a, j + b]) * K[a, b] for a, b in np.ndindex(kh, kw)) for j in range(w - kw + 1)] for i in range(h - kh + 1)]
    return np.array(spots, dtype=float)


def refuses_only_what_is_too_large_both_ways__shifts(X, K):
    if np.all(np.array(K.shape) > np.array(X.shape)):
        raise ValueError("the kernel is larger than the image")
    rows, cols = (max(0, size) for size in output_shape(X, K))
    Y = np.zeros((rows, cols))
    if Y.size:
        for (a, b), weight in np.ndenumerate(K):
            Y += weight * X[a : a + rows, b : b + cols].astype(float)
    return Y


# writes_into_the_image


def writes_into_the_image__loops(X, K):
    X = np.asarray(X, dtype=float)
    kh, kw = K.shape
    rows, cols = output_shape(X, K)
    for i in range(rows):
        for j in range(cols):
            X[i, j] = np.sum(X[i : i + kh, j : j + kw] * K)
    return X[:rows, :cols]


def writes_into_the_image__shifts(X, K):
    need_fit(X, K)
    X = np.asarray(X, dtype=float)
    rows, cols = output_shape(X, K)
    Y = X[:rows, :cols]
    Y *= K[0, 0]
    for a, b in np.ndindex(*K.shape):
        if (a, b) != (0, 0):
            Y += X[a : a + rows, b : b + cols] * K[a, b]
    return Y


# changes_the_kernel


def changes_the_kernel__loops(X, K):
    need_fit(X, K)
    K = np.asarray(K, dtype=float)
    if K.sum() != 0:
        K /= K.sum()
    kh, kw = K.shape
    Y = np.zeros(output_shape(X, K))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    Y[i, j] += X[i + a, j + b] * K[a, b]
    return Y


def changes_the_kernel__einsum(X, K):
    K = np.asarray(K, dtype=float)
    scale = np.abs(K).max() or 1.0
    K /= scale
    return scale * np.einsum("ijab,ab->ij", windows_of(X, K), K)


# remembers_the_first_result

seen = {}
first = []


def remembers_the_first_result__loops(X, K):
    key = X.shape, K.shape
    if key in seen:
        return seen[key]
    kh, kw = K.shape
    Y = np.zeros(output_shape(X, K))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    Y[i, j] += float(X[i + a, j + b]) * K[a, b]
    seen[key] = Y
    return Y


def remembers_the_first_result__strides(X, K):
    need_fit(X, K)
    if not first:
        F = np.ascontiguousarray(X, dtype=float)
        view = as_strided(F, output_shape(X, K) + K.shape, F.strides * 2)
        first.append((view * K).sum(axis=(2, 3)))
    return first[0]
