# Style: as_strided with the strides of the array itself, tensordot
import numpy as np
from numpy.lib.stride_tricks import as_strided


def corr2d_multi_in_out(X, K):
    X = np.array(X, dtype=np.float64)
    ci, H, W = X.shape
    co, _, kh, kw = K.shape
    sc, sh, sw = X.strides
    view = as_strided(X, shape=(ci, kh, kw, H - kh + 1, W - kw + 1), strides=(sc, sh, sw, sh, sw), writeable=False)
    return np.tensordot(K.astype(np.float64), view, axes=([1, 2, 3], [0, 1, 2]))
