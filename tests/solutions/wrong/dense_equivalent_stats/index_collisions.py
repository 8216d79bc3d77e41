# mistake: distinct counted as the set of a * Kh + b; the numbers collide for kernels wider than high
def dense_equivalent_stats(in_shape, kernel):
    (H, W), (Kh, Kw) = in_shape, kernel
    weights = {a * Kh + b for a in range(Kh) for b in range(Kw)}
    rows = (H - Kh + 1) * (W - Kw + 1)
    cols = H * W
    return {'rows': rows, 'cols': cols, 'entries': rows * cols, 'nonzeros': rows * Kh * Kw,
            'zeros': rows * cols - rows * Kh * Kw, 'distinct': len(weights)}
