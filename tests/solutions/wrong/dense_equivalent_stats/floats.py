# mistake: distinct is computed as nonzeros / rows, a float (9.0)
def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    Kh, Kw = kernel
    rows = (H - Kh + 1) * (W - Kw + 1)
    cols = H * W
    nonzeros = rows * Kh * Kw
    return dict(rows=rows, cols=cols, entries=rows * cols, nonzeros=nonzeros, zeros=rows * cols - nonzeros, distinct=nonzeros / rows)
