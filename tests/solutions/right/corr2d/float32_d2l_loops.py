import numpy as np

def corr2d(X, K):
    """Compute 2D cross-correlation."""
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError('kernel bigger than input')
    X = np.asarray(X).astype(np.float32)
    K = np.asarray(K).astype(np.float32)
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), dtype=np.float32)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
