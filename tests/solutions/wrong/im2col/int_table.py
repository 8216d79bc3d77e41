# mistake: np.zeros(..., dtype=int) cuts the fractions of float images off
import numpy as np


def im2col(X, kernel, stride=1):
    Ci, H, W = X.shape
    Kh, Kw = kernel
    Ho, Wo = 1 + (H - Kh) // stride, 1 + (W - Kw) // stride
    out = np.zeros((Ho * Wo, Ci * Kh * Kw), dtype=int)
    for p in range(Ho * Wo):
        i, j = divmod(p, Wo)
        out[p, :] = X[:, i * stride:i * stride + Kh, j * stride:j * stride + Kw].ravel()
    return out
