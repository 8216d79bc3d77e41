# mistake: rows that would be all zero are dropped; wrong shape for a kernel of zeros only
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    M = np.zeros((H * W, H * W))
    for i in range(H - Kh + 1):
        for j in range(W - Kw + 1):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * W + j, (i + a) * W + j + b] = K[a, b]
    # positions where the kernel does not fit have no entries
    return M[np.any(M != 0, axis=1)]
