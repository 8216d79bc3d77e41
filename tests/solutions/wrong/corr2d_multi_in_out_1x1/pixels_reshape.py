# Mistake: pixels as rows by X.reshape(-1, Ci) without a transpose; wrong unless Ci == 1 or the image is one pixel
import numpy as np


def corr2d_multi_in_out_1x1(X, K):
    ci, h, w = X.shape
    co = K.shape[0]
    pixels = X.reshape(-1, ci).astype(float)
    out = pixels @ K[:, :, 0, 0].T
    return out.T.reshape(co, h, w)
