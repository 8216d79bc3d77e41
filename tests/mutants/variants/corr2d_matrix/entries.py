"""Entry by entry, with divmod."""

import numpy as np


def corr2d_matrix(K, in_shape):
    (h, w), (H, W) = K.shape, in_shape
    Ho, Wo = H - h + 1, W - w + 1
    M = np.zeros((Ho * Wo, H * W))
    for row in range(Ho * Wo):
        i, j = divmod(row, Wo)
        for column in range(H * W):
            r, c = column // W, column % W
            if 0 <= r - i < h and 0 <= c - j < w:
                M[row, column] = K[r - i, c - j]
    return M
