"""As in the notes."""

import numpy as np


def corr2d_matrix(K, in_shape):
    (h, w), (H, W) = K.shape, in_shape
    oh, ow = H - h + 1, W - w + 1
    M = np.zeros((oh * ow, H * W))
    for i in range(oh):
        for j in range(ow):
            for a in range(h):
                M[i * ow + j, (i + a) * W + j : (i + a) * W + j + w] = K[a]
    return M
