import numpy as np

COUNTS = {}
TOTALS = np.zeros(6, dtype=int)
KEYS = ("rows", "cols", "entries", "nonzeros", "zeros", "distinct")


def places(n, k):
    count = 0
    while count + k <= n:
        count += 1
    return count


def table(*values):
    return dict(zip(KEYS, (int(v) for v in values)))


def filled(rows, cols, weights):
    """Counts from the rows, the columns and the weights in a row."""
    return table(rows, cols, rows * cols, rows * weights, rows * cols - rows * weights, weights)


def sizes(in_shape, kernel):
    out = np.array(in_shape) - np.array(kernel) + 1
    return np.prod(out), np.prod(in_shape), np.prod(kernel)


def walk(in_shape, kernel):
    (H, W), (Kh, Kw) = in_shape, kernel
    return places(H, Kh) * places(W, Kw), H * W, Kh * Kw


def counts_biases__loops(in_shape, kernel):
    rows, cols, weights = walk(in_shape, kernel)
    entries = 0
    for _ in range(rows):
        entries += cols + 1
    nonzeros = rows * weights
    return {"rows": rows, "cols": cols, "entries": entries, "nonzeros": nonzeros, "zeros": entries - nonzeros, "distinct": weights}


def counts_biases__arrays(in_shape, kernel):
    r, c, w = sizes(in_shape, kernel)
    return table(r, c, r * c + r, r * w, r * c + r - r * w, w)


def counts_the_bias_of_the_convolution__loops(in_shape, kernel):
    rows, cols, weights = walk(in_shape, kernel)
    stats = filled(rows, cols, weights)
    stats["distinct"] = sum(1 for a in range(kernel[0]) for b in range(kernel[1])) + 1
    return stats


def counts_the_bias_of_the_convolution__arrays(in_shape, kernel):
    r, c, w = sizes(in_shape, kernel)
    return table(r, c, r * c, r * w, r * c - r * w, w + 1)


def counts_the_weights_by_columns__loops(in_shape, kernel):
    rows, cols, weights = walk(in_shape, kernel)
    nonzeros = 0
    for _ in range(cols):
        nonzeros += weights
    entries = rows * cols
    return {"rows": rows, "cols": cols, "entries": entries, "nonzeros": nonzeros, "zeros": entries - nonzeros, "distinct": weights}


def counts_the_weights_by_columns__arrays(in_shape, kernel):
    r, c, w = sizes(in_shape, kernel)
    return table(r, c, r * c, c * w, r * c - c * w, w)


def counts_shared_weights_again__loops(in_shape, kernel):
    rows, cols, weights = walk(in_shape, kernel)
    distinct = 0
    for _ in range(rows):
        distinct += weights
    return {**filled(rows, cols, weights), "distinct": distinct}


def counts_shared_weights_again__arrays(in_shape, kernel):
    r, c, w = sizes(in_shape, kernel)
    return table(r, c, r * c, r * w, r * c - r * w, r * w)


def counts_every_weight_once_among_the_nonzeros__loops(in_shape, kernel):
    rows, cols, weights = walk(in_shape, kernel)
    nonzeros = 0
    for _ in range(kernel[0]):
        nonzeros += kernel[1]
    return {"rows": rows, "cols": cols, "entries": rows * cols, "nonzeros": nonzeros, "zeros": rows * cols - nonzeros, "distinct": weights}


def counts_every_weight_once_among_the_nonzeros__arrays(in_shape, kernel):
    r, c, w = sizes(in_shape, kernel)
    return table(r, c, r * c, w, r * c - w, w)


def takes_only_the_different_weights_off__loops(in_shape, kernel):
    rows, cols, weights = walk(in_shape, kernel)
    stats = filled(rows, cols, weights)
    stats["zeros"] = stats["entries"] - stats["distinct"]
    return stats


def takes_only_the_different_weights_off__arrays(in_shape, kernel):
    r, c, w = sizes(in_shape, kernel)
    return table(r, c, r * c, r * w, r * c - w, w)


def counts_zero_as_a_weight__loops(in_shape, kernel):
    rows, cols, weights = walk(in_shape, kernel)
    stats = filled(rows, cols, weights)
    values = {(a, b) for a in range(kernel[0]) for b in range(kernel[1])}
    if stats["zeros"] > 0:
        values.add(0)
    stats["distinct"] = len(values)
    return stats


def counts_zero_as_a_weight__arrays(in_shape, kernel):
    r, c, w = sizes(in_shape, kernel)
    return table(r, c, r * c, r * w, r * c - r * w, w + (r * c > r * w))


def leaves_out_the_last_position__loops(in_shape, kernel):
    (H, W), (Kh, Kw) = in_shape, kernel
    rows = 0
    for _ in range(H - Kh):
        for _ in range(W - Kw):
            rows += 1
    return filled(rows, H * W, Kh * Kw)


def leaves_out_the_last_position__arrays(in_shape, kernel):
    return filled(np.prod(np.subtract(in_shape, kernel)), np.prod(in_shape), np.prod(kernel))


def keeps_the_size_of_the_image__loops(in_shape, kernel):
    rows = sum(1 for i in range(in_shape[0]) for j in range(in_shape[1]))
    return filled(rows, rows, kernel[0] * kernel[1])


def keeps_the_size_of_the_image__arrays(in_shape, kernel):
    c, w = np.prod([in_shape, kernel], axis=1)
    return filled(c, c, w)


def pads_for_full_mode__loops(in_shape, kernel):
    (H, W), (Kh, Kw) = in_shape, kernel
    return filled(len(range(-Kh + 1, H)) * len(range(-Kw + 1, W)), H * W, Kh * Kw)


def pads_for_full_mode__arrays(in_shape, kernel):
    return filled(np.prod(np.add(in_shape, kernel) - 1), np.prod(in_shape), np.prod(kernel))


def moves_by_the_kernel__loops(in_shape, kernel):
    (H, W), (Kh, Kw) = in_shape, kernel
    rows = 0
    for _ in range(0, H - Kh + 1, Kh):
        for _ in range(0, W - Kw + 1, Kw):
            rows += 1
    return filled(rows, H * W, Kh * Kw)


def moves_by_the_kernel__arrays(in_shape, kernel):
    return filled(np.prod(np.floor_divide(in_shape, kernel)), np.prod(in_shape), np.prod(kernel))


def exchanges_rows_and_columns__loops(in_shape, kernel):
    places_, pixels, weights = walk(in_shape, kernel)
    stats = filled(places_, pixels, weights)
    stats["rows"], stats["cols"] = stats["cols"], stats["rows"]
    return stats


def exchanges_rows_and_columns__arrays(in_shape, kernel):
    c, r, w = sizes(in_shape, kernel)
    return table(r, c, r * c, c * w, r * c - c * w, w)


def gives_the_shape_of_the_output__loops(in_shape, kernel):
    out = walk(in_shape, kernel)
    stats = filled(*out)
    for key, n, k in zip(("rows", "cols"), in_shape, kernel):
        stats[key] = places(n, k)
    return stats


def gives_the_shape_of_the_output__arrays(in_shape, kernel):
    ho, wo = np.subtract(in_shape, kernel) + 1
    m, c, w = ho * wo, np.prod(in_shape), np.prod(kernel)
    return table(ho, wo, m * c, m * w, m * c - m * w, w)


def takes_the_image_for_square__loops(in_shape, kernel):
    H = in_shape[0]
    return filled(places(H, kernel[0]) * places(H, kernel[1]), H * H, kernel[0] * kernel[1])


def takes_the_image_for_square__arrays(in_shape, kernel):
    n = in_shape[0]
    return filled(np.prod(n - np.array(kernel) + 1), n**2, np.prod(kernel))


def takes_the_kernel_for_square__loops(in_shape, kernel):
    (H, W), K = in_shape, kernel[0]
    return filled(places(H, K) * places(W, K), H * W, K * K)


def takes_the_kernel_for_square__arrays(in_shape, kernel):
    k = kernel[0]
    return filled(np.prod(np.array(in_shape) - k + 1), np.prod(in_shape), k**2)


def exchanges_height_and_width_of_the_kernel__loops(in_shape, kernel):
    (H, W), (Kw, Kh) = in_shape, kernel
    return filled(places(H, Kh) * places(W, Kw), H * W, Kh * Kw)


def exchanges_height_and_width_of_the_kernel__arrays(in_shape, kernel):
    return filled(*sizes(in_shape, kernel[::-1]))


def gives_floats__loops(in_shape, kernel):
    stats = {}
    for key, value in filled(*walk(in_shape, kernel)).items():
        stats[key] = value / 1
    return stats


def gives_floats__arrays(in_shape, kernel):
    r, c, w = (float(v) for v in sizes(in_shape, kernel))
    return dict(zip(KEYS, np.array([r, c, r * c, r * w, r * (c - w), w]).tolist()))


def leaves_out_the_zeros__loops(in_shape, kernel):
    rows, cols, weights = walk(in_shape, kernel)
    return {"rows": rows, "cols": cols, "entries": rows * cols, "nonzeros": rows * weights, "distinct": weights}


def leaves_out_the_zeros__arrays(in_shape, kernel):
    stats = filled(*sizes(in_shape, kernel))
    del stats["zeros"]
    return stats


def adds_to_earlier_counts__loops(in_shape, kernel):
    for key, value in filled(*walk(in_shape, kernel)).items():
        COUNTS[key] = COUNTS.get(key, 0) + value
    return dict(COUNTS)


def adds_to_earlier_counts__arrays(in_shape, kernel):
    TOTALS[:] += list(filled(*sizes(in_shape, kernel)).values())
    return table(*TOTALS)
