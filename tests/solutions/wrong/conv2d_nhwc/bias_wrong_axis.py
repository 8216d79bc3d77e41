# Mistake: the bias is reshaped to (-1, 1) and runs along the columns if Wo == Co; wrong for Co > 1 (wrong numbers for Wo == Co, else a crash)
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    kh, kw = k.shape[:2]
    sh, sw = stride
    if padding == 'same':
        th = max((-(-x.shape[1] // sh) - 1) * sh + kh - x.shape[1], 0)
        tw = max((-(-x.shape[2] // sw) - 1) * sw + kw - x.shape[2], 0)
        x = np.pad(x, ((0, 0), (th // 2, th - th // 2), (tw // 2, tw - tw // 2), (0, 0)))
    win = sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::sh, ::sw]
    y = np.einsum('nijcad,adco->nijo', win, k, dtype=float)
    return y + b.reshape(-1, 1)
