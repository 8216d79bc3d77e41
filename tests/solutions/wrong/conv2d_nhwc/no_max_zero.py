# Mistake: max(..., 0) is missing where the size is not a multiple of the stride: negative padding, np.pad raises; for 'same' if H % sh > Kh (or W % sw > Kw)
import numpy as np


def pads(n, k, s):
    if n % s == 0:
        total = max(k - s, 0)
    else:
        total = k - n % s
    return total // 2, total - total // 2


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    kh, kw, ci, co = k.shape
    x = x.astype(float)
    sh, sw = stride
    n, h, w, _ = x.shape
    if padding == 'same':
        x = np.pad(x, ((0, 0), pads(h, kh, sh), pads(w, kw, sw), (0, 0)))
        oh, ow = (h + sh - 1) // sh, (w + sw - 1) // sw
    else:
        oh, ow = (h - kh + sh) // sh, (w - kw + sw) // sw
    out = np.zeros((n, oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            patch = x[:, i * sh:i * sh + kh, j * sw:j * sw + kw].reshape(n, -1)
            out[:, i, j] = patch @ k.reshape(-1, co) + b
    return out
