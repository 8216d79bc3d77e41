# mistake: builds (Ci*Kh*Kw, Ho*Wo) and reshapes instead of transposing; right where one of the two is 1
import numpy as np


def im2col(X, kernel, stride=1):
    Ci, H, W = X.shape
    Kh, Kw = kernel
    Ho, Wo = (H - Kh) // stride + 1, (W - Kw) // stride + 1
    cols = np.zeros((Ci, Kh, Kw, Ho, Wo))
    for a in range(Kh):
        for b in range(Kw):
            cols[:, a, b] = X[:, a:a + stride * Ho:stride, b:b + stride * Wo:stride]
    return cols.reshape(Ho * Wo, Ci * Kh * Kw)
