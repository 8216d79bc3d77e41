# mistake: [[0] * n] * m makes all rows the same list; only right for a single output pixel
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = [[0.0] * (H * W)] * (Ho * Wo)
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * Wo + j][(i + a) * W + j + b] = float(K[a, b])
    return np.array(M)
