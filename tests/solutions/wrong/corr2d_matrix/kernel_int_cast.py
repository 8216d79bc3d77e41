# mistake: the weights go through int(), so fractions are lost; right for whole numbers
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = int(in_shape[0]), int(in_shape[1])
    Kh, Kw = K.shape
    Wo = W - Kw + 1
    table = [[0] * (H * W) for _ in range((H - Kh + 1) * Wo)]
    for p, line in enumerate(table):
        start = p // Wo * W + p % Wo
        for a in range(Kh):
            for b in range(Kw):
                line[start + a * W + b] = int(K[a][b])
    return np.array(table, dtype=float)
