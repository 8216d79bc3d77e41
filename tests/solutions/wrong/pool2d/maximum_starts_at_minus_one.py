# The running maximum starts at -1 "because pixels are never negative": `pool2d(np.array([[-3., -2.]]), (1, 2))`
def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    H, W = X.shape
    if ph > H or pw > W:
        raise ValueError("window")
    if mode not in ['max', 'avg']:
        raise ValueError("mode")
    out = []
    for i in range(H - ph + 1):
        row = []
        for j in range(W - pw + 1):
            if mode == 'avg':
                row.append(float(X[i:i+ph, j:j+pw].mean()))
            else:
                m = -1.0
                for v in X[i:i+ph, j:j+pw].ravel():
                    m = max(m, float(v))
                row.append(m)
        out.append(row)
    return out
