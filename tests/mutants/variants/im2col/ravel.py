"""Patch by patch."""

import numpy as np


def im2col(X, kernel, stride=1):
    (_, H, W), (kh, kw) = X.shape, kernel
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    rows = [X[:, i * stride : i * stride + kh, j * stride : j * stride + kw].ravel() for i in range(oh) for j in range(ow)]
    return np.array(rows)
