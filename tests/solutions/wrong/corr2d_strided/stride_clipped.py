# mistake: strides are cut to the kernel's size; wrong for strides larger than the kernel
import numpy as np


def corr2d_strided(X, K, stride):
    Kh, Kw = K.shape
    sh = min(stride[0], Kh)
    sw = min(stride[1], Kw)
    X = X.astype(float)
    Y = [[np.sum(X[i:i + Kh, j:j + Kw] * K) for j in range(0, X.shape[1] - Kw + 1, sw)]
         for i in range(0, X.shape[0] - Kh + 1, sh)]
    return np.array(Y)
