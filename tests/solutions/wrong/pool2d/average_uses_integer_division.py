# Averages with //, also for real values: `pool2d(np.array([[1.5, 2.]]), (1, 2), 'avg')`
def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if len(X) < ph or len(X[0]) < pw:
        raise ValueError("window larger than image")
    Y = []
    for i in range(len(X) - ph + 1):
        Y.append([])
        for j in range(len(X[0]) - pw + 1):
            v = [float(X[i + a][j + b]) for a in range(ph) for b in range(pw)]
            if mode == 'max':
                Y[-1].append(max(v))
            elif mode == 'avg':
                Y[-1].append(sum(v) // len(v))
            else:
                raise ValueError(mode)
    return Y
