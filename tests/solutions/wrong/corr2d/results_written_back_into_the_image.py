# Saves memory by storing every result in X itself and returning a slice of it: `X = np.ones((3, 3)); corr2d(X, np.ones((2, 2))); X`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape
    if h > H or w > W:
        raise ValueError("kernel larger than image")
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            # safe: pixel (i, j) is only needed by windows that came before
            X[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return X[:H - h + 1, :W - w + 1].astype(float)
