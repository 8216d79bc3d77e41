# Takes pool_size[0] for both axes: `pool2d(np.arange(9.).reshape(3, 3), (2, 1))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    k = pool_size[0]
    if pool_size[0] > X.shape[0] or pool_size[1] > X.shape[1]:
        raise ValueError("window larger than image")
    if mode != 'max' and mode != 'avg':
        raise ValueError("mode")
    Y = np.zeros((X.shape[0] - k + 1, max(X.shape[1] - k + 1, 0)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            w = X[i:i + k, j:j + k]
            Y[i, j] = w.max() if mode == 'max' else w.mean()
    return Y
