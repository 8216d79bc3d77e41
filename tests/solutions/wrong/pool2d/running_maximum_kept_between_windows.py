# The best value is initialised before the loops and never reset: `pool2d(np.array([[3., 2., 1.]]), (1, 2))`
def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    H, W = X.shape
    if mode not in ('max', 'avg') or ph > H or pw > W:
        raise ValueError('bad mode or window')
    best = float('-inf')
    Y = []
    for i in range(H - ph + 1):
        Y.append([])
        for j in range(W - pw + 1):
            total = 0.0
            for a in range(ph):
                for b in range(pw):
                    best = max(best, float(X[i + a, j + b]))
                    total += float(X[i + a, j + b])
            Y[i].append(best if mode == 'max' else total / (ph * pw))
    return Y
