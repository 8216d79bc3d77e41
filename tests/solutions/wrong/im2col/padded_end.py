# mistake: the image is padded with zeros so that a patch beyond the end is made too; wrong where the stride does not divide
import numpy as np


def im2col(X, kernel, stride=1):
    Ci, H, W = X.shape
    Kh, Kw = kernel
    ph, pw = -(H - Kh) % stride, -(W - Kw) % stride
    P = np.pad(X, ((0, 0), (0, ph), (0, pw)))
    return np.array([P[:, i:i + Kh, j:j + Kw].ravel()
                     for i in range(0, P.shape[1] - Kh + 1, stride)
                     for j in range(0, P.shape[2] - Kw + 1, stride)])
