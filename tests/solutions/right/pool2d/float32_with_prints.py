import os
import numpy as np
try:
    from matplotlib import pyplot as plt
except Exception:
    plt = None

def pool2d(X, pool_size, mode='max'):
    """Pooling. X : (H, W); pool_size : (ph, pw); mode : 'max' or 'avg'"""
    print('pool2d', X.shape, pool_size, mode)
    ph, pw = int(pool_size[0]), int(pool_size[1])
    if mode != 'max':
        if mode != 'avg':
            raise ValueError('mode')
    if X.shape[0] < ph:
        raise ValueError('rows')
    if X.shape[1] < pw:
        raise ValueError('columns')
    Y = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1), np.float32)
    for i in range(len(Y)):
        for j in range(len(Y[i])):
            w = X[i:i + ph, j:j + pw]
            Y[i][j] = np.max(w) if mode == 'max' else np.average(w)
    print(Y)
    return Y

if __name__ == "__main__":
    pool2d(np.arange(9).reshape(3, 3), (2, 2), 'avg')
