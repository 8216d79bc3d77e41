# mistake: row i * Ho + j; right where Ho == Wo (square outputs) or a single row of patches
import numpy as np


def im2col(X, kernel, stride=1):
    Ci, H, W = X.shape
    Kh, Kw = kernel
    Ho, Wo = (H - Kh) // stride + 1, (W - Kw) // stride + 1
    out = np.zeros((Ho * Wo, Ci * Kh * Kw))
    for i in range(Ho):
        for j in range(Wo):
            row = i * Ho + j
            if row < len(out):
                out[row] = X[:, i * stride:i * stride + Kh, j * stride:j * stride + Kw].ravel()
    return out
