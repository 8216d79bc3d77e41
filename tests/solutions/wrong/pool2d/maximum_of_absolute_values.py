# Takes the largest magnitude instead of the largest value: `pool2d(np.array([[-5., 1.]]), (1, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg'):
        raise ValueError('mode')
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError('window')
    f = (lambda w: np.abs(w).max()) if mode == 'max' else np.mean
    return np.array([[float(f(X[i:i + ph, j:j + pw])) for j in range(X.shape[1] - pw + 1)]
                     for i in range(X.shape[0] - ph + 1)])
