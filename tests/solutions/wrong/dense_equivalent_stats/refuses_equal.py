# mistake: refuses a kernel as large as the image in both directions (ValueError)
def dense_equivalent_stats(in_shape, kernel):
    if tuple(kernel) >= tuple(in_shape):
        raise ValueError('kernel does not fit into the image')
    out = tuple(n - k + 1 for n, k in zip(in_shape, kernel))
    rows, cols, k = out[0] * out[1], in_shape[0] * in_shape[1], kernel[0] * kernel[1]
    return {'rows': rows, 'cols': cols, 'entries': rows * cols, 'nonzeros': rows * k, 'zeros': rows * cols - rows * k, 'distinct': k}
