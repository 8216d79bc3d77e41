# mistake: one key too many ('sparsity')
def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    Kh, Kw = kernel
    d = {}
    d['rows'] = (H - Kh + 1) * (W - Kw + 1)
    d['cols'] = H * W
    d['entries'] = d['rows'] * d['cols']
    d['nonzeros'] = d['rows'] * Kh * Kw
    d['zeros'] = d['entries'] - d['nonzeros']
    d['distinct'] = Kh * Kw
    d['sparsity'] = d['zeros'] / d['entries']
    return d
