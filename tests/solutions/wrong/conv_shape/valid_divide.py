# mistake: 'valid' as (n - k + 1) // s; wrong where the stride does not divide n - k + 1
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    sh, sw = stride
    if padding == 'valid':
        if Kh > H or Kw > W:
            raise ValueError('kernel does not fit')
        return (H - Kh + 1) // sh, (W - Kw + 1) // sw
    elif padding == 'same':
        return -(-H // sh), -(-W // sw)
    elif padding == 'full':
        return (H + Kh - 2) // sh + 1, (W + Kw - 2) // sw + 1
    raise ValueError('padding')
