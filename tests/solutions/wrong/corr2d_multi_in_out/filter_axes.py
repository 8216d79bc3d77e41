# Mistake: K[c, o] instead of K[o, c]; wrong unless Co == Ci and K is symmetric in the two (or both 1); crashes for Co != Ci
import numpy as np


def corr2d_multi_in_out(X, K):
    co, ci, kh, kw = K.shape
    X = X.astype(float)
    _, H, W = X.shape
    Y = np.zeros((co, H - kh + 1, W - kw + 1))
    for o in range(co):
        for c in range(ci):
            for a in range(kh):
                for b in range(kw):
                    Y[o] += X[c, a:a + H - kh + 1, b:b + W - kw + 1] * K[c, o, a, b]
    return Y
