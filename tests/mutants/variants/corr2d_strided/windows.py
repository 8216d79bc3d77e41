"""Every sth window."""

import numpy as np


def corr2d_strided(X, K, stride):
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape)[:: stride[0], :: stride[1]]
    return (windows * K).sum(axis=(2, 3))
