# mistake: the last branch takes any unknown padding for 'full'; no ValueError for 'SAME', '' ...
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if padding == 'same':
        return tuple(-(-n // s) for n, s in zip(in_shape, stride))
    if padding == 'valid':
        p = [0, 0]
        if kernel[0] > in_shape[0] or kernel[1] > in_shape[1]:
            raise ValueError('kernel larger than image')
    else:
        p = [k - 1 for k in kernel]
    return tuple((n + 2 * q - k) // s + 1 for n, k, s, q in zip(in_shape, kernel, stride, p))
