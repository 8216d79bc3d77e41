# Raises NotImplementedError for other modes: `pool2d(np.ones((2, 2)), (1, 1), 'min')`
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def pool2d(X, pool_size, mode='max'):
    w = sliding_window_view(X, pool_size)
    if mode == 'max':
        return w.max(axis=(2, 3)).astype(float)
    if mode == 'avg':
        return w.mean(axis=(2, 3))
    raise NotImplementedError(mode)
