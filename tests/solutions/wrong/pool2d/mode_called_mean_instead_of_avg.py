# Knows the modes 'max' and 'mean', so 'avg' raises: `pool2d(np.ones((2, 2)), (2, 2), 'avg')`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    if mode not in ('max', 'mean'):
        raise ValueError("mode must be 'max' or 'mean'")
    if pool_size[0] > X.shape[0] or pool_size[1] > X.shape[1]:
        raise ValueError("window too large")
    win = np.lib.stride_tricks.sliding_window_view(X, pool_size)
    return getattr(win, mode)(axis=(2, 3)).astype(float)
