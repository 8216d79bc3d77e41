"""While loops and index arithmetic."""

import numpy as np


def corr2d_strided(X, K, stride):
    H, W = X.shape
    kh, kw = K.shape
    sh, sw = stride
    Y = np.zeros((1 + (H - kh) // sh, 1 + (W - kw) // sw))
    i = r = 0
    while r + kh <= H:
        j = c = 0
        while c + kw <= W:
            for a in range(kh):
                for b in range(kw):
                    Y[i, j] += X[r + a, c + b] * K[a, b]
            j += 1
            c += sw
        i += 1
        r += sh
    return Y
