# mistake: Ho = (H - Kh + 1) // stride, the last patch is lost where the stride does not divide
import numpy as np


def im2col(X, kernel, stride=1):
    Ci, H, W = X.shape
    Kh, Kw = kernel
    Ho = (H - Kh + 1) // stride
    Wo = (W - Kw + 1) // stride
    out = np.zeros((Ho * Wo, Ci * Kh * Kw))
    for i in range(Ho):
        for j in range(Wo):
            out[i * Wo + j] = X[:, i * stride:i * stride + Kh, j * stride:j * stride + Kw].reshape(-1)
    return out
