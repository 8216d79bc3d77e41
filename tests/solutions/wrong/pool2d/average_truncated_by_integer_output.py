# The output has the dtype of X, so averages of integer images lose their fraction: `pool2d(np.array([[1, 2]]), (1, 2), 'avg')`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg'):
        raise ValueError("mode must be max or avg")
    if X.shape[0] < ph or X.shape[1] < pw:
        raise ValueError("window larger than image")
    Y = np.zeros_like(X[ph - 1:, pw - 1:])
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            patch = X[i:i + ph, j:j + pw]
            Y[i, j] = patch.max() if mode == 'max' else patch.mean()
    return Y
