# style: direct formulas, dict literal
def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    Kh, Kw = kernel
    rows = (H - Kh + 1) * (W - Kw + 1)
    cols = H * W
    return {
        'rows': rows,
        'cols': cols,
        'entries': rows * cols,
        'nonzeros': rows * Kh * Kw,
        'zeros': rows * (cols - Kh * Kw),
        'distinct': Kh * Kw,
    }
