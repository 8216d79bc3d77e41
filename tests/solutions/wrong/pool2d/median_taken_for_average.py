# Uses np.median for 'avg': `pool2d(np.array([[0., 0., 3.]]), (1, 3), 'avg')`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode == 'max':
        f = np.max
    elif mode == 'avg':
        f = np.median
    else:
        raise ValueError('mode')
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError('window')
    return f(np.lib.stride_tricks.sliding_window_view(X.astype(float), (ph, pw)), axis=(2, 3))
