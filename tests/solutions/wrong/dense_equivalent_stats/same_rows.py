# mistake: the number of rows for odd kernels from half the kernel on both sides; wrong for even kernels
def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    ph, pw = kernel[0] // 2, kernel[1] // 2
    rows = (H - 2 * ph) * (W - 2 * pw)
    cols = H * W
    k = kernel[0] * kernel[1]
    return {'rows': rows, 'cols': cols, 'entries': rows * cols, 'nonzeros': rows * k, 'zeros': rows * (cols - k), 'distinct': k}
