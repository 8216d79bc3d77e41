# Pads at the bottom and right so that the output has the size of the image: `pool2d(np.ones((3, 3)), (2, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg') or ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError('bad argument')
    P = np.pad(X.astype(float), ((0, ph - 1), (0, pw - 1)))
    win = np.lib.stride_tricks.sliding_window_view(P, (ph, pw))
    return win.max((2, 3)) if mode == 'max' else win.mean((2, 3))
