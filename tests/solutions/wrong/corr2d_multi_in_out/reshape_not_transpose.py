# Mistake: the channel axis is brought to the front with reshape; wrong unless Co == 1 or the map is one pixel
import numpy as np


def corr2d_multi_in_out(X, K):
    co, ci, kh, kw = K.shape
    h, w = X.shape[1] - kh + 1, X.shape[2] - kw + 1
    patches = np.array([X[:, i:i + kh, j:j + kw].ravel() for i in range(h) for j in range(w)], dtype=float)
    out = patches @ K.reshape(co, -1).T.astype(float)       # (h*w, co)
    return out.reshape(co, h, w)
