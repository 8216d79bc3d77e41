# Reads K[b][a] where K[a][b] was meant, so square kernels are transposed and others raise IndexError: `corr2d(np.ones((2, 2)) * [[1., 5.]], np.array([[0., 1.], [0., 0.]]))`
def corr2d(X, K):
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("kernel > image")
    out = []
    for i in range(H - h + 1):
        out.append([])
        for j in range(W - w + 1):
            out[i].append(sum(float(X[i + a][j + b]) * float(K[b][a]) for a in range(h) for b in range(w)))
    return out
