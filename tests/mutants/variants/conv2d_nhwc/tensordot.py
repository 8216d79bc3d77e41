"""Padding by np.pad, a tensordot for each place."""

import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    (n, H, W, _ci), (kh, kw, _, co), (sh, sw) = x.shape, k.shape, stride
    if padding == "same":
        th = max((-(-H // sh) - 1) * sh + kh - H, 0)
        tw = max((-(-W // sw) - 1) * sw + kw - W, 0)
        x = np.pad(x, ((0, 0), (th // 2, th - th // 2), (tw // 2, tw - tw // 2), (0, 0)))
    oh, ow = (x.shape[1] - kh) // sh + 1, (x.shape[2] - kw) // sw + 1
    y = np.zeros((n, oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = np.tensordot(x[:, i * sh : i * sh + kh, j * sw : j * sw + kw], k, 3) + b
    return y
