# style: if / elif per padding, integer division, textbook
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    sh, sw = stride
    if padding == 'valid':
        if Kh > H or Kw > W:
            raise ValueError('kernel does not fit')
        return (H - Kh) // sh + 1, (W - Kw) // sw + 1
    elif padding == 'same':
        return -(-H // sh), -(-W // sw)
    elif padding == 'full':
        return (H + 2 * (Kh - 1) - Kh) // sh + 1, (W + 2 * (Kw - 1) - Kw) // sw + 1
    else:
        raise ValueError('unknown padding %r' % (padding,))
