# mistake: the memo of the indices has no stride in its key; wrong when the same image size comes again with another stride
import numpy as np

_indices = {}


def im2col(X, kernel, stride=1):
    key = X.shape + tuple(kernel)
    if key not in _indices:
        Ci, H, W = X.shape
        Kh, Kw = kernel
        n = np.arange(X.size).reshape(X.shape)
        _indices[key] = np.array([n[:, i:i + Kh, j:j + Kw].ravel()
                                  for i in range(0, H - Kh + 1, stride) for j in range(0, W - Kw + 1, stride)])
    return X.ravel()[_indices[key]]
