# mistake: row number i * Ho + j; right only where Ho == Wo or one row of output, rows collide or an IndexError otherwise
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                M[i * Ho + j, (i + a) * W + j:(i + a) * W + j + Kw] = K[a]
    return M
