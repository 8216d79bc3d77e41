# mistake: compares areas; a kernel wider than the image but low (area fits) gives numbers <= 0 instead of ValueError
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    if padding == 'valid' and Kh * Kw > H * W:
        raise ValueError('kernel larger than image')
    pads = {'valid': lambda k: 0, 'full': lambda k: k - 1, 'same': None}
    if padding not in pads:
        raise ValueError('unknown padding')
    if padding == 'same':
        return (H - 1) // stride[0] + 1, (W - 1) // stride[1] + 1
    p = pads[padding]
    return (H + 2 * p(Kh) - Kh) // stride[0] + 1, (W + 2 * p(Kw) - Kw) // stride[1] + 1
