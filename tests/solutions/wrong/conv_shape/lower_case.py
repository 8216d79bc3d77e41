# mistake: padding.lower() first, so 'SAME' and 'Valid' are accepted instead of ValueError
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    padding = padding.lower()
    H, W = in_shape
    Kh, Kw = kernel
    sh, sw = stride
    if padding == 'valid':
        if Kh > H or Kw > W:
            raise ValueError('kernel does not fit')
        return (H - Kh) // sh + 1, (W - Kw) // sw + 1
    if padding == 'same':
        return (H + sh - 1) // sh, (W + sw - 1) // sw
    if padding == 'full':
        return (H + Kh - 2) // sh + 1, (W + Kw - 2) // sw + 1
    raise ValueError(padding)
