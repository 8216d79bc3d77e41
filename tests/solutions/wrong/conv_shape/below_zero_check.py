# mistake: raises only if the result is below 0; a kernel that is up to a stride too large gives 0 instead of ValueError
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    (H, W), (Kh, Kw), (sh, sw) = in_shape, kernel, stride
    if padding == 'valid':
        Ho = (H - Kh) // sh + 1
        Wo = (W - Kw) // sw + 1
    elif padding == 'same':
        Ho, Wo = -(-H // sh), -(-W // sw)
    elif padding == 'full':
        Ho = (H + Kh - 2) // sh + 1
        Wo = (W + Kw - 2) // sw + 1
    else:
        raise ValueError(padding)
    if Ho < 0 or Wo < 0:
        raise ValueError('too small')
    return Ho, Wo
