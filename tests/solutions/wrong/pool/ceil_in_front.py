# Mistake: half of the added cells in front rounded up; 'same' with an odd number of added cells
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    stride = size if stride is None else stride
    f = np.nanmax if mode == 'max' else np.nanmean
    A = X.astype(float)
    if padding == 'same':
        add = [max((-(-n // s) - 1) * s + k - n, 0) for n, k, s in zip(X.shape, size, stride)]
        A = np.pad(A, [(-(-t // 2), t // 2) for t in add], constant_values=np.nan)
    W = np.lib.stride_tricks.sliding_window_view(A, tuple(size))[::stride[0], ::stride[1]]
    return f(W, axis=(-2, -1))
