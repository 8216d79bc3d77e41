# mistake: the ValueErrors are raised inside try and swallowed: None comes back for a kernel that does not fit or unknown padding
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    try:
        if padding not in ('valid', 'same', 'full'):
            raise ValueError('unknown padding ' + str(padding))
        if padding == 'same':
            return tuple(-(-n // s) for n, s in zip(in_shape, stride))
        grow = [2 * (k - 1) if padding == 'full' else 0 for k in kernel]
        free = [n + g - k for n, g, k in zip(in_shape, grow, kernel)]
        if min(free) < 0:
            raise ValueError('kernel does not fit')
        return tuple(f // s + 1 for f, s in zip(free, stride))
    except ValueError as e:
        print('error:', e)
