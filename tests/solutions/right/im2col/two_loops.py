# style: two loops, ravel of each patch
import numpy as np


def im2col(X, kernel, stride=1):
    Ci, H, W = X.shape
    Kh, Kw = kernel
    Ho = (H - Kh) // stride + 1
    Wo = (W - Kw) // stride + 1
    out = np.empty((Ho * Wo, Ci * Kh * Kw), dtype=X.dtype)
    for i in range(Ho):
        for j in range(Wo):
            patch = X[:, i * stride:i * stride + Kh, j * stride:j * stride + Kw]
            out[i * Wo + j] = patch.ravel()
    return out
