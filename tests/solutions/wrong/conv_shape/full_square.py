# mistake: one pad, max(Kh, Kw) - 1, for both axes; shows only for 'full' and kernels that are not square
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    sh, sw = stride
    pad = 0
    if padding == 'same':
        return (H + sh - 1) // sh, (W + sw - 1) // sw
    elif padding == 'full':
        pad = max(Kh, Kw) - 1
    elif padding != 'valid':
        raise ValueError('padding')
    if Kh > H + 2 * pad or Kw > W + 2 * pad:
        raise ValueError('kernel does not fit')
    return (H + 2 * pad - Kh) // sh + 1, (W + 2 * pad - Kw) // sw + 1
