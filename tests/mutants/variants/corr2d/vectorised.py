"""One tensordot over all windows."""

import numpy as np


def corr2d(X, K):
    if any(k > n for k, n in zip(K.shape, X.shape, strict=True)):
        raise ValueError("too large")
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape)
    return np.tensordot(windows, K, axes=((2, 3), (0, 1)))
