"""Counts place by place."""


def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    kh, kw = kernel
    rows = nonzeros = 0
    for _ in range(H - kh + 1):
        for _ in range(W - kw + 1):
            rows += 1
            nonzeros += kh * kw
    entries = rows * H * W
    return dict(rows=rows, cols=W * H, entries=entries, nonzeros=nonzeros, zeros=entries - nonzeros, distinct=kw * kh)  # noqa: C408
