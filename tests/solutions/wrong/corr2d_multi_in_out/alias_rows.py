# Mistake: rows made by [[0.0] * w] * h are one and the same list, all rows equal the last; wrong if the map has 2 or more rows
import numpy as np


def corr2d_multi_in_out(X, K):
    co, ci, kh, kw = K.shape
    h, w = X.shape[1] - kh + 1, X.shape[2] - kw + 1
    result = []
    for o in range(co):
        m = [[0.0] * w] * h
        for i in range(h):
            for j in range(w):
                m[i][j] = float(np.sum(X[:, i:i + kh, j:j + kw].astype(float) * K[o]))
        result.append(m)
    return np.array(result)
