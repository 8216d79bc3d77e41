# mistake: assert instead of ValueError for a kernel that does not fit
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    sh, sw = stride
    if padding == 'valid':
        assert Kh <= H and Kw <= W, 'kernel does not fit'
        return (H - Kh) // sh + 1, (W - Kw) // sw + 1
    elif padding == 'same':
        return -(-H // sh), -(-W // sw)
    elif padding == 'full':
        return (H + Kh - 2) // sh + 1, (W + Kw - 2) // sw + 1
    raise ValueError('padding')
