# Style: sliding_window_view with steps, dictionary of functions, float32
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

FUNCTIONS = {'max': np.amax, 'avg': np.mean}


def pool_nhwc(x, size, mode='max'):
    v = sliding_window_view(x.astype(np.float32), (size, size), axis=(1, 2))[:, ::size, ::size]
    return FUNCTIONS[mode](v, axis=(-2, -1))
