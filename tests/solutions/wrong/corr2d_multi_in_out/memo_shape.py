# Mistake: the filter matrix is kept in a dict under the shape of K; a later call with another K of the same shape gets the old filters
import numpy as np

_matrices = {}


def _filters(K):
    if K.shape not in _matrices:
        _matrices[K.shape] = K.reshape(K.shape[0], -1).astype(float)
    return _matrices[K.shape]


def corr2d_multi_in_out(X, K):
    co, ci, kh, kw = K.shape
    oh, ow = X.shape[1] - kh + 1, X.shape[2] - kw + 1
    F = _filters(K)
    Y = np.empty((co, oh, ow))
    for i in range(oh):
        for j in range(ow):
            Y[:, i, j] = F @ X[:, i:i + kh, j:j + kw].ravel()
    return Y
