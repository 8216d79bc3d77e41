"""A canvas of zeros, then shifted images, weighted."""

import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    n, h, w, c = x.shape
    kh, kw = k.shape[0], k.shape[1]
    sh, sw = stride
    if padding == "same":
        oh, ow = -(-h // sh), -(-w // sw)
        th, tw = max(0, (oh - 1) * sh + kh - h), max(0, (ow - 1) * sw + kw - w)
        canvas = np.zeros((n, h + th, w + tw, c))
        canvas[:, th // 2 : th // 2 + h, tw // 2 : tw // 2 + w, :] = x
    else:
        oh, ow = 1 + (h - kh) // sh, 1 + (w - kw) // sw
        canvas = x
    y = np.zeros((n, oh, ow, k.shape[3])) + b
    for i in range(kh):
        for j in range(kw):
            part = canvas[:, i : i + (oh - 1) * sh + 1 : sh, j : j + (ow - 1) * sw + 1 : sw, :]
            y += np.matmul(part, k[i, j])
    return y
