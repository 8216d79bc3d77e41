# mistake: int(.../s) rounds towards zero before the check "< 1"; no ValueError when the kernel sticks out by less than the stride
def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if padding == 'same':
        return tuple((n - 1) // s + 1 for n, s in zip(in_shape, stride))
    if padding not in ('valid', 'full'):
        raise ValueError('padding')
    out = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == 'full':
            n = n + 2 * (k - 1)
        places = int((n - k) / s) + 1
        if places < 1:
            raise ValueError('kernel does not fit')
        out.append(places)
    return tuple(out)
