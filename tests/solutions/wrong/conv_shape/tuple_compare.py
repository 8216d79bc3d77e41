# mistake: kernel > in_shape compares tuples, the width only counts on a tie; no ValueError for kernels lower but wider than the image
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if padding not in ('valid', 'same', 'full'):
        raise ValueError('unknown padding')
    if padding == 'valid' and kernel > in_shape:
        raise ValueError('the kernel does not fit')
    result = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == 'valid':
            result.append((n - k) // s + 1)
        elif padding == 'same':
            result.append((n + s - 1) // s)
        else:
            result.append((n + k - 2) // s + 1)
    return tuple(result)
