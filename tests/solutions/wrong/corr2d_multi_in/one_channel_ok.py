# Mistake: lets a filter of one channel pass for any image ("gray kernel"); shows if K has 1 channel and X several
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def corr2d_multi_in(X, K):
    if K.shape[0] != 1 and X.shape[0] != K.shape[0]:
        raise ValueError("different numbers of channels")
    win = sliding_window_view(X.astype(float), K.shape[1:], axis=(1, 2))
    return (win * K[:, None, None].astype(float)).sum(axis=(0, 3, 4))
