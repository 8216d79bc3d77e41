# Unpacks the shapes as (W, H) and fills Y[y, x], so the result comes out transposed: `corr2d(np.ones((2, 4)), np.ones((1, 1)))`
import numpy as np

def corr2d(X, K):
    W, H = X.shape
    w, h = K.shape
    if h > H or w > W:
        raise ValueError("Kernel too big")
    Y = np.zeros((H - h + 1, W - w + 1))
    for x in range(W - w + 1):
        for y in range(H - h + 1):
            Y[y, x] = (X[x:x + w, y:y + h] * K).sum()
    return Y
