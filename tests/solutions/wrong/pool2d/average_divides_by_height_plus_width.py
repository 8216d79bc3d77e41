# Divides by ph + pw instead of ph * pw, which happens to be right for 2x2: `pool2d(np.ones((3, 3)), (3, 3), 'avg')`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg') or ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError('wrong argument')
    win = np.lib.stride_tricks.sliding_window_view(X, (ph, pw))
    if mode == 'max':
        return win.max(axis=(2, 3)).astype(float)
    return win.sum(axis=(2, 3)) / (ph + pw)
