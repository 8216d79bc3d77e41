# style: doubly blocked Toeplitz matrix, scipy.linalg.toeplitz for the blocks
import numpy as np
from scipy.linalg import toeplitz
import warnings


def block(row, W):
    """matrix of the 1-D correlation with one kernel row"""
    m = W - len(row) + 1
    r = np.zeros(W)
    r[:len(row)] = row
    c = np.zeros(m)
    c[0] = row[0]
    return toeplitz(c, r)


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    K = np.array(K, dtype=np.float64)
    blocks = [block(row, W) for row in K]
    Ho, Wo = H - K.shape[0] + 1, W - K.shape[1] + 1
    M = np.zeros((Ho, Wo, H, W))
    for i in range(Ho):
        for a, B in enumerate(blocks):
            M[i, :, i + a, :] = B
    return M.reshape(Ho * Wo, H * W)
