def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    H, W = len(X), len(X[0])
    if mode != 'max' and mode != 'avg':
        raise ValueError('unknown mode: ' + str(mode))
    if ph > H or pw > W:
        raise ValueError('window too large')
    result = []
    for i in range(H - ph + 1):
        line = []
        for j in range(W - pw + 1):
            values = [float(X[a][b]) for a in range(i, i + ph) for b in range(j, j + pw)]
            line.append(max(values) if mode == 'max' else sum(values) / len(values))
        result.append(line)
    return result
