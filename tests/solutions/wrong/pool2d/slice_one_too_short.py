# Slices i:i+ph-1 as if the end were included, falling back on one pixel: `pool2d(np.array([[1., 2.]]), (1, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg'):
        raise ValueError('mode')
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError('window')
    Y = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            w = X[i:max(i + ph - 1, i + 1), j:max(j + pw - 1, j + 1)]
            Y[i, j] = w.max() if mode == 'max' else w.mean()
    return Y
