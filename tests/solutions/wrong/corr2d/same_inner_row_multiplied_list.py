# Builds Y as [[0]*ow]*oh, so all rows are the same list: `corr2d(np.array([[1.], [2.]]), np.array([[1.]]))`
def corr2d(X, K):
    H, W = len(X), len(X[0])
    h, w = len(K), len(K[0])
    if h > H or w > W:
        raise ValueError('kernel larger than image')
    Y = [[0.0] * (W - w + 1)] * (H - h + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            s = 0.0
            for a in range(h):
                for b in range(w):
                    s += float(X[i + a][j + b] * K[a][b])
            Y[i][j] = s
    return Y
