# mistake: round(n / s) for 'same'; wrong where the fraction is below one half, or one half with an even quotient
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    sh, sw = stride
    if padding == 'valid':
        if Kh > H or Kw > W:
            raise ValueError('kernel does not fit')
        return (H - Kh) // sh + 1, (W - Kw) // sw + 1
    if padding == 'same':
        return max(1, round(H / sh)), max(1, round(W / sw))
    if padding == 'full':
        return (H + Kh - 2) // sh + 1, (W + Kw - 2) // sw + 1
    raise ValueError('padding')
