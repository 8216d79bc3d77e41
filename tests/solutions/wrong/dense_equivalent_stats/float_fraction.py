# mistake: zeros from the fraction 1 - Kh*Kw/(H*W) in floats, cut with int(); one too few for some sizes
def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    Kh, Kw = kernel
    rows, cols = (H - Kh + 1) * (W - Kw + 1), H * W
    entries = rows * cols
    sparsity = 1 - Kh * Kw / cols
    zeros = int(entries * sparsity)
    return {'rows': rows, 'cols': cols, 'entries': entries, 'nonzeros': rows * Kh * Kw, 'zeros': zeros, 'distinct': Kh * Kw}
