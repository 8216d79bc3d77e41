# `mode == 'max' or 'Max'` is always true, so every mode is max pooled: `pool2d(np.array([[1., 3.]]), (1, 2), 'avg')`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError("window larger than image")
    if mode == 'max' or 'Max':
        f = np.max
    elif mode == 'avg' or 'Avg':
        f = np.mean
    else:
        raise ValueError("unknown mode")
    return np.array([[float(f(X[i:i+ph, j:j+pw])) for j in range(X.shape[1]-pw+1)] for i in range(X.shape[0]-ph+1)])
