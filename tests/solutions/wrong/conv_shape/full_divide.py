# mistake: 'full' as (n + k - 1) // s; wrong where the stride does not divide n + k - 1
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if padding == 'valid':
        for n, k in zip(in_shape, kernel):
            if k > n:
                raise ValueError('kernel too big')
        f = lambda n, k, s: (n - k) // s + 1
    elif padding == 'same':
        f = lambda n, k, s: -(-n // s)
    elif padding == 'full':
        f = lambda n, k, s: (n + k - 1) // s
    else:
        raise ValueError('padding')
    return tuple(f(n, k, s) for n, k, s in zip(in_shape, kernel, stride))
