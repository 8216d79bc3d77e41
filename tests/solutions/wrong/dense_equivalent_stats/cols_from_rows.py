# mistake: a 1 x n or n x 1 kernel is treated as if the image were one-dimensional too; wrong for such kernels (1 x 1 too) on 2-D images
def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    Kh, Kw = kernel
    if 1 in (Kh, Kw):
        # a 1-D kernel: the output is one-dimensional too
        rows = max(H, W) - max(Kh, Kw) + 1
    else:
        rows = (H - Kh + 1) * (W - Kw + 1)
    cols = H * W
    return {'rows': rows, 'cols': cols, 'entries': rows * cols, 'nonzeros': rows * Kh * Kw,
            'zeros': rows * (cols - Kh * Kw), 'distinct': Kh * Kw}
