# mistake: the Kronecker factors are in column-by-column order; right for one-row or one-column images only
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    M = 0.0
    for a in range(Kh):
        for b in range(Kw):
            M = M + K[a, b] * np.kron(np.eye(W - Kw + 1, W, b), np.eye(H - Kh + 1, H, a))
    return M
