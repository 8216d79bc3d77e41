"""A matrix of four axes."""

import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    h, w = K.shape
    M = np.zeros((H - h + 1, W - w + 1, H, W))
    for i in range(M.shape[0]):
        for j in range(M.shape[1]):
            for a in range(h):
                for b in range(w):
                    M[i, j, i + a, j + b] = K[a, b]
    return M.reshape(M.shape[0] * M.shape[1], H * W)
