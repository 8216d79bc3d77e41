# mistake: scipy toeplitz blocks get the last tap of a row as first column entry; scipy keeps the column's, so the diagonal is wrong unless K[a, 0] == K[a, -1]
import numpy as np
from scipy.linalg import toeplitz


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for a in range(Kh):
        col = np.zeros(Wo)
        col[0] = K[a, -1]
        row = np.concatenate([K[a], np.zeros(W - Kw)])
        B = toeplitz(col, row)
        for i in range(Ho):
            M[i * Wo:(i + 1) * Wo, (i + a) * W:(i + a + 1) * W] = B
    return M
