# mistake: cols is H * H, saved before H and W are overwritten by the output's size; right for square images only
def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    Kh, Kw = kernel
    n = H * H
    H = H - Kh + 1
    W = W - Kw + 1
    rows, cols = H * W, n
    return {'rows': rows, 'cols': cols, 'entries': rows * cols, 'nonzeros': rows * Kh * Kw,
            'zeros': rows * cols - rows * Kh * Kw, 'distinct': Kh * Kw}
