# mistake: the size check stands before the modes, so 'same' and 'full' refuse kernels larger than the image
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    if Kh > H or Kw > W:
        raise ValueError('kernel larger than the image')
    if padding == 'valid':
        ph, pw = 0, 0
    elif padding == 'full':
        ph, pw = Kh - 1, Kw - 1
    elif padding == 'same':
        return (H - 1) // stride[0] + 1, (W - 1) // stride[1] + 1
    else:
        raise ValueError('unknown padding')
    return (H + 2 * ph - Kh) // stride[0] + 1, (W + 2 * pw - Kw) // stride[1] + 1
