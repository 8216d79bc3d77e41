"""Entry by entry."""

import numpy as np


def im2col(X, kernel, stride=1):
    ci, H, W = X.shape
    kh, kw = kernel
    oh, ow = 1 + (H - kh) // stride, 1 + (W - kw) // stride
    out = np.zeros((oh * ow, ci * kh * kw))
    for i in range(oh):
        for j in range(ow):
            for c in range(ci):
                for a in range(kh):
                    for b in range(kw):
                        out[i * ow + j, (c * kh + a) * kw + b] = X[c, i * stride + a, j * stride + b]
    return out
