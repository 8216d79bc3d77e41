# mistake: refuses strides larger than the kernel (ValueError), which are allowed
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if padding not in ('valid', 'same', 'full'):
        raise ValueError('padding')
    out = ()
    for n, k, s in zip(in_shape, kernel, stride):
        if s > k:
            raise ValueError('the stride jumps over pixels')
        if padding == 'same':
            out += ((n + s - 1) // s,)
            continue
        if padding == 'full':
            n += 2 * (k - 1)
        if k > n:
            raise ValueError('the kernel does not fit')
        out += ((n - k) // s + 1,)
    return out
