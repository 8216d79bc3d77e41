"""The kernel on an empty image, flattened."""

import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    kh, kw = K.shape
    rows = []
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            image = np.zeros((H, W))
            image[i : i + kh, j : j + kw] = K
            rows.append(image.ravel())
    return np.array(rows)
