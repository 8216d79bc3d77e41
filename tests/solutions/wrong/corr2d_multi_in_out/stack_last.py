# Mistake: np.dstack puts the maps on the last axis: shape (h, w, Co); wrong unless Co == h == w and symmetric, or all 1
import numpy as np


def corr2d_multi_in_out(X, K):
    co, ci, kh, kw = K.shape
    X = X.astype(np.float64)
    maps = []
    for F in K.astype(np.float64):
        maps.append(np.array([[(X[:, i:i + kh, j:j + kw] * F).sum()
                               for j in range(X.shape[2] - kw + 1)]
                              for i in range(X.shape[1] - kh + 1)]))
    return np.dstack(maps)
