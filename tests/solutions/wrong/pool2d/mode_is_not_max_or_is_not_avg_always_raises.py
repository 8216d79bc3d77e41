# `mode is not 'max' or mode is not 'avg'` holds for every mode, so it always raises: `pool2d(np.ones((2, 2)), (2, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    if mode is not 'max' or mode is not 'avg':
        raise ValueError("mode has to be max or avg")
    ph, pw = pool_size
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError("window larger than image")
    win = np.lib.stride_tricks.sliding_window_view(X, pool_size)
    return (win.max((2, 3)) if mode == 'max' else win.mean((2, 3))) * 1.0
