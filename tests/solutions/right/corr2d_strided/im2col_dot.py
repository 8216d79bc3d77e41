# style: list of flattened patches, one matrix product, reshape
import numpy as np


def patches(X, kh, kw, sh, sw):
    """all windows that fit, row by row"""
    for top in range(0, X.shape[0] - kh + 1, sh):
        for left in range(0, X.shape[1] - kw + 1, sw):
            yield X[top:top + kh, left:left + kw].ravel()


def corr2d_strided(X, K, stride):
    kh, kw = K.shape
    cols = np.array(list(patches(X, kh, kw, *stride)), dtype=np.float64)
    y = cols @ K.ravel().astype(np.float64)
    return y.reshape(-1, (X.shape[1] - kw) // stride[1] + 1)
