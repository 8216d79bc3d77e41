# mistake: the zero counts as one more weight, but only if there are zeros and the kernel has one row or column
def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    Kh, Kw = kernel
    rows, cols = (H - Kh + 1) * (W - Kw + 1), H * W
    stats = {'rows': rows, 'cols': cols, 'entries': rows * cols}
    stats['nonzeros'] = rows * Kh * Kw
    stats['zeros'] = stats['entries'] - stats['nonzeros']
    values = set(range(1, Kh * Kw + 1))
    if stats['zeros'] and min(kernel) == 1:
        values.add(0)
    stats['distinct'] = len(values)
    return stats
