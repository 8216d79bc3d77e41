# Divides by the number of non-zero pixels: `pool2d(np.array([[0., 4.]]), (1, 2), 'avg')`
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
            patch = X[i:i + ph, j:j + pw]
            if mode == 'max':
                Y[i, j] = np.max(patch)
            else:
                Y[i, j] = patch.sum() / max(np.count_nonzero(patch), 1)
    return Y
