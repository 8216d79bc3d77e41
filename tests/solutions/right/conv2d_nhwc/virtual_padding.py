# Style: no padded copy at all: windows are clipped to the image and the kernel likewise
import numpy as np


def _span(start, size, n):
    """Part of the window [start, start + size) inside [0, n): image slice, kernel slice."""
    lo, hi = max(start, 0), min(start + size, n)
    return slice(lo, hi), slice(lo - start, hi - start)


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    (N, H, W, _), (Kh, Kw, _, Co), (sh, sw) = x.shape, k.shape, stride
    if padding == 'same':
        Ho, Wo = int(np.ceil(H / sh)), int(np.ceil(W / sw))
        top = max((Ho - 1) * sh + Kh - H, 0) // 2
        left = max((Wo - 1) * sw + Kw - W, 0) // 2
    else:
        Ho, Wo = int(np.floor((H - Kh) / sh)) + 1, int(np.floor((W - Kw) / sw)) + 1
        top = left = 0
    xf, kf = x.astype(float), k.astype(float)
    y = np.zeros((N, Ho, Wo, Co)) + b
    for i in range(Ho):
        ri, rk = _span(i * sh - top, Kh, H)
        for j in range(Wo):
            ci, ck = _span(j * sw - left, Kw, W)
            y[:, i, j, :] += np.tensordot(xf[:, ri, ci, :], kf[rk, ck], axes=3)
    return y
