def correlate(X, K):
    h, w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    if min(h, w) < 1:
        raise ValueError("the kernel is larger than the image")
    Y = np.zeros((h, w))
    for a in range(K.shape[0]):
        for b in range(K.shape[1]):
            Y += K[a, b] * X[a : a + h, b : b + w]
    return Y
