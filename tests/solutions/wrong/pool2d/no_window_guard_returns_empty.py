# No size check, a window one row too tall gives an empty array: `pool2d(np.ones((2, 2)), (3, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    p_h, p_w = pool_size
    if mode not in ('max', 'avg'):
        raise ValueError("mode")
    Y = np.zeros((X.shape[0] - p_h + 1, X.shape[1] - p_w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            if mode == 'max':
                Y[i, j] = X[i: i + p_h, j: j + p_w].max()
            else:
                Y[i, j] = X[i: i + p_h, j: j + p_w].mean()
    return Y
