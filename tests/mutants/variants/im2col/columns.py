"""Column by column."""

import numpy as np


def im2col(X, kernel, stride=1):
    H, W = X.shape[1], X.shape[2]
    kh, kw = kernel
    columns = []
    for image in X:
        for a in range(kh):
            for b in range(kw):
                part = image[a : H - kh + a + 1 : stride, b : W - kw + b + 1 : stride]
                columns.append(part.ravel())
    return np.stack(columns, axis=1)
