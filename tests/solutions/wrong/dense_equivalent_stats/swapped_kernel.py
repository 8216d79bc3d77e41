# mistake: the kernel's sides are swapped in the output's size; right for square kernels only
def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    Kw, Kh = kernel
    rows = max(H - Kh + 1, 0) * max(W - Kw + 1, 0)
    cols = H * W
    return {'rows': rows, 'cols': cols, 'entries': rows * cols, 'nonzeros': rows * Kh * Kw,
            'zeros': rows * cols - rows * Kh * Kw, 'distinct': Kh * Kw}
