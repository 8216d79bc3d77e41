# Mistake: the padding is remembered by image size and kernel size only, not by the stride; wrong for 'same' from the second stride on
import numpy as np

PADS = {}


def get_pad(n, k, s):
    if (n, k) not in PADS:
        t = max((-(-n // s) - 1) * s + k - n, 0)
        PADS[n, k] = (t // 2, t - t // 2)
    return PADS[n, k]


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    kh, kw = k.shape[:2]
    sh, sw = stride
    p = x.astype(float)
    if padding == 'same':
        p = np.pad(p, ((0, 0), get_pad(x.shape[1], kh, sh), get_pad(x.shape[2], kw, sw), (0, 0)))
    win = np.lib.stride_tricks.sliding_window_view(p, (kh, kw), (1, 2))[:, ::sh, ::sw]
    return np.tensordot(win, k.astype(float), axes=((4, 5, 3), (0, 1, 2))) + b
