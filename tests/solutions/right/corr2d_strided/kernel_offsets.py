# style: loops over the kernel only, slices with steps, accumulates
import numpy as np
import warnings


def corr2d_strided(X, K, stride):
    sh, sw = stride
    H, W = X.shape
    Kh, Kw = K.shape
    if Kh > H or Kw > W:
        warnings.warn("kernel does not fit")
    Y = np.zeros(((H - Kh) // sh + 1, (W - Kw) // sw + 1), dtype=np.float64)
    for a in range(Kh):
        for b in range(Kw):
            Y += float(K[a, b]) * X[a:H - Kh + 1 + a:sh, b:W - Kw + 1 + b:sw].astype(float)
    return Y
