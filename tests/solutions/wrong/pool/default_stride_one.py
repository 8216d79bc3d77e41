# Mistake: stride=None means (1, 1), wrong whenever the stride is left out and something moves
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    stride = stride or (1, 1)
    A = X.astype(float)
    if padding == 'same':
        w = []
        for n, k, s in zip(A.shape, size, stride):
            t = max((-(-n // s) - 1) * s + k - n, 0)
            w.append((t // 2, t - t // 2))
        A = np.pad(A, w, constant_values=np.nan)
    V = np.lib.stride_tricks.sliding_window_view(A, size)[::stride[0], ::stride[1]]
    return np.nanmax(V, axis=(2, 3)) if mode == 'max' else np.nanmean(V, axis=(2, 3))
