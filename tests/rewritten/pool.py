import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

CALLS = 0
LOG = []


def cut(n, k, s, places, front):
    """Begin and end of every window, clipped to the image."""
    return [(max(i * s - front, 0), min(i * s - front + k, n)) for i in range(places)]


def axis(n, k, s, padding):
    if padding == "valid":
        return cut(n, k, s, (n - k) // s + 1, 0)
    places = -(-n // s)
    return cut(n, k, s, places, max((places - 1) * s + k - n, 0) // 2)


def cells(X, rows, cols, f, dtype=float):
    Y = np.zeros((len(rows), len(cols)), dtype=dtype)
    for i, (top, bottom) in enumerate(rows):
        for j, (left, right) in enumerate(cols):
            Y[i, j] = f(X[top:bottom, left:right])
    return Y


def choose(mode):
    return np.max if mode == "max" else np.mean


def walk(X, size, stride, padding, f, dtype=float):
    sh, sw = size if stride is None else stride
    return cells(X, axis(X.shape[0], size[0], sh, padding), axis(X.shape[1], size[1], sw, padding), f, dtype)


def totals(shape, size, stride):
    return [max((-(-n // s) - 1) * s + k - n, 0) for n, k, s in zip(shape, size, stride)]


def surround(X, pads):
    return np.pad(X.astype(float), pads, constant_values=np.nan)


def framed(X, size, stride, padding):
    if padding == "valid":
        return X.astype(float)
    return surround(X, [(t // 2, t - t // 2) for t in totals(X.shape, size, stride)])


def views(P, size, stride):
    return sliding_window_view(P, size)[:: stride[0], :: stride[1]]


def reduce(V, mode):
    return np.nanmax(V, axis=(2, 3)) if mode == "max" else np.nanmean(V, axis=(2, 3))


def windows(X, size, stride, padding):
    stride = size if stride is None else stride
    return views(framed(X, size, stride, padding), size, stride)


def pads_with_zeros__loops(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "same":
        (t, u), (H, W) = totals(X.shape, size, stride), X.shape
        P = np.zeros((H + t, W + u))
        for r in range(H):
            for c in range(W):
                P[r + t // 2, c + u // 2] = X[r, c]
        X = P
    return walk(X, size, stride, "valid", choose(mode))


def pads_with_zeros__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(np.nan_to_num(windows(X, size, stride, padding)), mode)


def counts_the_padding_in_the_mean__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, np.max if mode == "max" else lambda w: np.sum(w) / (size[0] * size[1]))


def counts_the_padding_in_the_mean__arrays(X, size, stride=None, padding="valid", mode="max"):
    V = windows(X, size, stride, padding)
    return np.nanmax(V, axis=(2, 3)) if mode == "max" else np.nansum(V, axis=(2, 3)) / np.prod(size)


def repeats_the_border__loops(X, size, stride=None, padding="valid", mode="max"):
    (H, W), (ph, pw) = X.shape, size
    sh, sw = size if stride is None else stride
    if padding == "valid":
        return walk(X, size, stride, padding, choose(mode))
    t, u = totals(X.shape, size, (sh, sw))
    Y = np.zeros((-(-H // sh), -(-W // sw)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = []
            for a in range(ph):
                for b in range(pw):
                    r = min(max(i * sh + a - t // 2, 0), H - 1)
                    c = min(max(j * sw + b - u // 2, 0), W - 1)
                    window.append(X[r, c])
            Y[i, j] = choose(mode)(window)
    return Y


def repeats_the_border__arrays(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "same":
        X = np.pad(X, [(t // 2, t - t // 2) for t in totals(X.shape, size, stride)], mode="edge")
    return reduce(views(X.astype(float), size, stride), mode)


def moves_by_one_pixel__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, (1, 1) if stride is None else stride, padding, choose(mode))


def moves_by_one_pixel__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size, stride or (1, 1), padding), mode)


def moves_by_the_height__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, (size[0], size[0]) if stride is None else stride, padding, choose(mode))


def moves_by_the_height__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size, stride or size[:1] * 2, padding), mode)


def keeps_the_last_window_that_is_cut__loops(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "same":
        return walk(X, size, stride, padding, choose(mode))
    spans = []
    for n, k, s in zip(X.shape, size, stride):
        spans.append([(i, min(i + k, n)) for i in range(0, min(n, n - k + s), s)])
    return cells(X, *spans, choose(mode))


def keeps_the_last_window_that_is_cut__arrays(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "same":
        return reduce(windows(X, size, stride, padding), mode)
    n, k, s = np.array(X.shape), np.array(size), np.array(stride)
    places = np.minimum(np.ceil((n - k) / s).astype(int) + 1, -(-n // s))
    extra = np.maximum((places - 1) * s + k - n, 0)
    return reduce(views(surround(X, [(0, e) for e in extra]), size, stride), mode)


def starts_a_window_at_every_stride__loops(X, size, stride=None, padding="valid", mode="max"):
    sh, sw = size if stride is None else stride
    if padding == "same":
        return walk(X, size, (sh, sw), padding, choose(mode))
    H, W = X.shape
    out = []
    for r in range(0, H, sh):
        out.append([choose(mode)(X[r : r + size[0], c : c + size[1]]) for c in range(0, W, sw)])
    return np.array(out, dtype=float)


def starts_a_window_at_every_stride__arrays(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    P = framed(X, size, stride, padding)
    if padding == "valid":
        P = surround(X, [(0, t) for t in totals(X.shape, size, stride)])
    return reduce(views(P, size, stride), mode)


def moves_across_by_the_step_down__loops(X, size, stride=None, padding="valid", mode="max"):
    step = (size if stride is None else stride)[0]
    return walk(X, size, (step, step), padding, choose(mode))


def moves_across_by_the_step_down__arrays(X, size, stride=None, padding="valid", mode="max"):
    sh, _ = stride or size
    return reduce(windows(X, size, (sh, sh), padding), mode)


def exchanges_the_strides__loops(X, size, stride=None, padding="valid", mode="max"):
    sw, sh = size if stride is None else stride
    return walk(X, size, (sh, sw), padding, choose(mode))


def exchanges_the_strides__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size, (stride or size)[::-1], padding), mode)


def ignores_the_stride__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, size, padding, choose(mode))


def ignores_the_stride__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size, None, padding), mode)


def exchanges_height_and_width__loops(X, size, stride=None, padding="valid", mode="max"):
    pw, ph = size
    return walk(X, (ph, pw), stride, padding, choose(mode))


def exchanges_height_and_width__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size[::-1], stride, padding), mode)


def takes_the_window_for_square__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, (size[0], size[0]), stride, padding, choose(mode))


def takes_the_window_for_square__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size[:1] * 2, stride, padding), mode)


def takes_the_image_for_square__loops(X, size, stride=None, padding="valid", mode="max"):
    n = len(X)
    sh, sw = size if stride is None else stride
    return cells(X, axis(n, size[0], sh, padding), axis(n, size[1], sw, padding), choose(mode))


def takes_the_image_for_square__arrays(X, size, stride=None, padding="valid", mode="max"):
    H = X.shape[0]
    stride = size if stride is None else stride
    pads = totals((H, H), size, stride) if padding == "same" else (0, 0)
    V = sliding_window_view(surround(X[:, :H], [(t // 2, t - t // 2) for t in pads]), size)
    top, left = (np.arange(0, H + t - k + 1, s) for t, k, s in zip(pads, size, stride))
    if padding == "same":
        top, left = top[: -(-H // stride[0])], left[: -(-H // stride[1])]
    return reduce(V[top[:, None], left], mode)


def takes_same_for_valid__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, "valid", choose(mode))


def takes_same_for_valid__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(views(X.astype(float), size, stride or size), mode)


def keeps_the_size_with_same__loops(X, size, stride=None, padding="valid", mode="max"):
    if padding == "same":
        stride = (1, 1)
    return walk(X, size, stride, padding, choose(mode))


def keeps_the_size_with_same__arrays(X, size, stride=None, padding="valid", mode="max"):
    if padding == "valid":
        return reduce(windows(X, size, stride, padding), mode)
    P = surround(X, [((k - 1) // 2, k // 2) for k in size])
    return reduce(sliding_window_view(P, size), mode)


def rounds_down_with_same__loops(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "valid":
        return walk(X, size, stride, padding, choose(mode))
    spans = []
    for n, k, s in zip(X.shape, size, stride):
        places = n // s
        spans.append(cut(n, k, s, places, max((places - 1) * s + k - n, 0) // 2))
    return cells(X, *spans, choose(mode))


def rounds_down_with_same__arrays(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "valid":
        return reduce(windows(X, size, stride, padding), mode)
    n, k, s = np.array(X.shape), np.array(size), np.array(stride)
    places = n // s
    total = np.maximum((places - 1) * s + k - n, 0)
    P = surround(X, [(t // 2, k_ - t // 2) for t, k_ in zip(total, k)])
    return reduce(views(P, size, stride)[: places[0], : places[1]], mode)


def puts_the_odd_cell_in_front__loops(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "valid":
        return walk(X, size, stride, padding, choose(mode))
    spans = [cut(n, k, s, -(-n // s), t - t // 2) for n, k, s, t in zip(X.shape, size, stride, totals(X.shape, size, stride))]
    return cells(X, *spans, choose(mode))


def puts_the_odd_cell_in_front__arrays(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    P = X.astype(float) if padding == "valid" else surround(X, [(t - t // 2, t // 2) for t in totals(X.shape, size, stride)])
    return reduce(views(P, size, stride), mode)


def pads_only_behind__loops(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "valid":
        return walk(X, size, stride, padding, choose(mode))
    spans = [cut(n, k, s, -(-n // s), 0) for n, k, s in zip(X.shape, size, stride)]
    return cells(X, *spans, choose(mode))


def pads_only_behind__arrays(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    P = X.astype(float) if padding == "valid" else surround(X, [(0, t) for t in totals(X.shape, size, stride)])
    return reduce(views(P, size, stride), mode)


def pads_as_for_stride_one__loops(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "valid":
        return walk(X, size, stride, padding, choose(mode))
    spans = [cut(n, k, s, -(-n // s), (k - 1) // 2) for n, k, s in zip(X.shape, size, stride)]
    return cells(X, *spans, choose(mode))


def pads_as_for_stride_one__arrays(X, size, stride=None, padding="valid", mode="max"):
    P = framed(X, size, (1, 1), padding)
    return reduce(views(P, size, stride or size), mode)


def pads_half_the_window_on_either_side__loops(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "valid":
        return walk(X, size, stride, padding, choose(mode))
    spans = [cut(n, k, s, (n + 2 * (k // 2) - k) // s + 1, k // 2) for n, k, s in zip(X.shape, size, stride)]
    return cells(X, *spans, choose(mode))


def pads_half_the_window_on_either_side__arrays(X, size, stride=None, padding="valid", mode="max"):
    P = X.astype(float) if padding == "valid" else surround(X, [(k // 2, k // 2) for k in size])
    return reduce(views(P, size, stride or size), mode)


def always_takes_the_maximum__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, np.max)


def always_takes_the_maximum__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size, stride, padding), "max")


def always_takes_the_mean__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, np.mean)


def always_takes_the_mean__arrays(X, size, stride=None, padding="valid", mode="max"):
    return np.nanmean(windows(X, size, stride, padding), axis=(2, 3))


def takes_the_mean_without_a_mode__loops(X, size, stride=None, padding="valid", mode="avg"):
    return walk(X, size, stride, padding, choose(mode))


def takes_the_mean_without_a_mode__arrays(X, size, stride=None, padding="valid", mode="avg"):
    return reduce(windows(X, size, stride, padding), mode)


def takes_the_minimum__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, np.min if mode == "max" else np.mean)


def takes_the_minimum__arrays(X, size, stride=None, padding="valid", mode="max"):
    V = windows(X, size, stride, padding)
    return np.nanmin(V, axis=(2, 3)) if mode == "max" else reduce(V, mode)


def largest(window, start):
    best = start
    for v in window.flat:
        best = max(best, v)
    return best


def takes_the_largest_absolute_value__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, (lambda w: max(abs(v) for v in w.flat)) if mode == "max" else np.mean)


def takes_the_largest_absolute_value__arrays(X, size, stride=None, padding="valid", mode="max"):
    V = windows(X, size, stride, padding)
    return reduce(np.abs(V) if mode == "max" else V, mode)


def starts_the_maximum_at_zero__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, (lambda w: largest(w, 0)) if mode == "max" else np.mean)


def starts_the_maximum_at_zero__arrays(X, size, stride=None, padding="valid", mode="max"):
    V = windows(X, size, stride, padding)
    return np.nanmax(V, axis=(2, 3), initial=0) if mode == "max" else reduce(V, mode)


def starts_the_maximum_at_minus_one__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, (lambda w: largest(w, -1)) if mode == "max" else np.mean)


def starts_the_maximum_at_minus_one__arrays(X, size, stride=None, padding="valid", mode="max"):
    V = windows(X, size, stride, padding)
    return np.nanmax(V, axis=(2, 3), initial=-1.0) if mode == "max" else reduce(V, mode)


def sums_instead_of_averaging__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, np.max if mode == "max" else np.sum)


def sums_instead_of_averaging__arrays(X, size, stride=None, padding="valid", mode="max"):
    V = windows(X, size, stride, padding)
    return reduce(V, mode) if mode == "max" else np.nansum(V, axis=(2, 3))


def transposes_the_result__loops(X, size, stride=None, padding="valid", mode="max"):
    sh, sw = size if stride is None else stride
    rows, cols = axis(X.shape[0], size[0], sh, padding), axis(X.shape[1], size[1], sw, padding)
    Y = np.zeros((len(cols), len(rows)))
    for i, (a, b) in enumerate(rows):
        for j, (c, d) in enumerate(cols):
            Y[j, i] = choose(mode)(X[a:b, c:d])
    return Y


def transposes_the_result__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size, stride, padding), mode).T


def allocates_integers__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, choose(mode), dtype=int)


def allocates_integers__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size, stride, padding), mode).astype(int)


def takes_the_type_of_the_image__loops(X, size, stride=None, padding="valid", mode="max"):
    return walk(X, size, stride, padding, choose(mode), dtype=X.dtype)


def takes_the_type_of_the_image__arrays(X, size, stride=None, padding="valid", mode="max"):
    return reduce(windows(X, size, stride, padding), mode).astype(X.dtype)


def writes_into_the_image__loops(X, size, stride=None, padding="valid", mode="max"):
    sh, sw = size if stride is None else stride
    rows, cols = axis(X.shape[0], size[0], sh, padding), axis(X.shape[1], size[1], sw, padding)
    for i, (a, b) in enumerate(rows):
        for j, (c, d) in enumerate(cols):
            X[i, j] = choose(mode)(X[a:b, c:d])
    return X[: len(rows), : len(cols)]


def writes_into_the_image__arrays(X, size, stride=None, padding="valid", mode="max"):
    Y = reduce(windows(X, size, stride, padding), mode)
    X[: Y.shape[0], : Y.shape[1]] = Y
    return X[: Y.shape[0], : Y.shape[1]]


def counts_its_calls__loops(X, size, stride=None, padding="valid", mode="max"):
    global CALLS
    Y = walk(X, size, stride, padding, choose(mode))
    for row in Y:
        row += CALLS
    CALLS += 1
    return Y


def counts_its_calls__arrays(X, size, stride=None, padding="valid", mode="max"):
    Y = reduce(windows(X, size, stride, padding), mode) + len(LOG)
    LOG.append(Y.shape)
    return Y
