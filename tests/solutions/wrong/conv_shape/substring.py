# mistake: "padding in 'same'" is a substring test: '' and 'a', 'full'[:2] ... are accepted instead of ValueError
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    sh, sw = stride
    if padding in ('same'):
        return -(-H // sh), -(-W // sw)
    elif padding in ('full'):
        return (H + Kh - 2) // sh + 1, (W + Kw - 2) // sw + 1
    elif padding in ('valid'):
        if Kh > H or Kw > W:
            raise ValueError
        return (H - Kh) // sh + 1, (W - Kw) // sw + 1
    raise ValueError
