# mistake: pixel (r, c) numbered r * H + c; right for square images, and for rows = 1
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for p in range(Ho * Wo):
        i, j = p // Wo, p % Wo
        for a in range(Kh):
            for b in range(Kw):
                q = (i + a) * H + (j + b)
                if q < H * W:
                    M[p, q] = K[a, b]
    return M
