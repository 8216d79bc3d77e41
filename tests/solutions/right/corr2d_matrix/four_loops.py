# style: four loops straight from the formula
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho = H - Kh + 1
    Wo = W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * Wo + j, (i + a) * W + (j + b)] = K[a, b]
    return M
