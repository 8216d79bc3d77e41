def corr2d(X, K):
    """No numpy at all, the answer is a list of lists of floats."""
    H, W = len(X), len(X[0])
    h, w = len(K), len(K[0])
    if h > H or w > W:
        raise ValueError('the kernel does not fit')
    return [[sum(float(X[i + a][j + b]) * float(K[a][b]) for a in range(h) for b in range(w))
             for j in range(W - w + 1)]
            for i in range(H - h + 1)]
