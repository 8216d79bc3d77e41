# Mistake: the places of both axes are counted from one size n = x.shape[1]; right for square images, and now and then with a large stride
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    n = x.shape[1]
    out, pad = [], []
    for f, s in zip(k.shape[:2], stride):
        if padding == 'same':
            o = -(-n // s)
            t = max((o - 1) * s + f - n, 0)
        else:
            o, t = (n - f) // s + 1, 0
        out.append(o)
        pad.append((t // 2, t - t // 2))
    p = np.pad(x.astype(float), ((0, 0), *pad, (0, 0)))
    win = np.lib.stride_tricks.sliding_window_view(p, k.shape[:2], axis=(1, 2))[:, ::stride[0], ::stride[1]]
    win = win[:, :out[0], :out[1]]
    return np.einsum('nijcad,adco->nijo', win, k.astype(float)) + b
