# mistake: K.shape = -1 flattens the caller's kernel in place; the result is right, but K is left one-dimensional
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def corr2d_strided(X, K, stride):
    sh, sw = stride
    win = sliding_window_view(X.astype(float), K.shape)[::sh, ::sw]
    if not K.flags.c_contiguous:
        K = K.copy()
    K.shape = (K.size,)
    return win.reshape(win.shape[0], win.shape[1], -1) @ K.astype(float)
