# The guard needs both axes to be too small: `pool2d(np.ones((2, 5)), (3, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    H, W = X.shape
    if mode not in ('max', 'avg') or (ph > H and pw > W):
        raise ValueError("bad arguments")
    f = np.max if mode == 'max' else np.mean
    return [[float(f(X[i:i+ph, j:j+pw])) for j in range(W - pw + 1)] for i in range(H - ph + 1)]
