"""Loops that skip what lies outside the image."""

import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    N, H, W = x.shape[:3]
    Kh, Kw, _, Co = k.shape
    sh, sw = stride
    top = left = 0
    if padding == "valid":
        Ho, Wo = (H - Kh) // sh + 1, (W - Kw) // sw + 1
    else:
        Ho, Wo = (H + sh - 1) // sh, (W + sw - 1) // sw
        top = max((Ho - 1) * sh + Kh - H, 0) // 2
        left = max((Wo - 1) * sw + Kw - W, 0) // 2
    y = np.zeros((N, Ho, Wo, Co))
    for n in range(N):
        for i in range(Ho):
            for j in range(Wo):
                for a in range(Kh):
                    for d in range(Kw):
                        r, c = i * sh + a - top, j * sw + d - left
                        if 0 <= r < H and 0 <= c < W:
                            y[n, i, j] += x[n, r, c] @ k[a, d]
                y[n, i, j] += b
    return y
