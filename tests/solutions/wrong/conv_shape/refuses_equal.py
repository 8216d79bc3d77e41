# mistake: "<=" in the check: refuses a kernel exactly as high or as wide as the image
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    sh, sw = stride
    if padding == 'valid':
        if H <= Kh or W <= Kw:
            raise ValueError('the image must be larger than the kernel')
        return (H - Kh) // sh + 1, (W - Kw) // sw + 1
    elif padding == 'same':
        return -(-H // sh), -(-W // sw)
    elif padding == 'full':
        return (H + Kh - 2) // sh + 1, (W + Kw - 2) // sw + 1
    raise ValueError('padding')
