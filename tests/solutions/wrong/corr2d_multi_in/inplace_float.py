# Mistake: np.asarray(X, float) is no copy for float64 and the channels are summed up in it; X is changed, only for 1x1 kernels and float X
import numpy as np


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("number of channels differs")
    X = np.asarray(X, dtype=float)
    K = np.asarray(K, dtype=float)
    kh, kw = K.shape[1:]
    if kh == kw == 1:
        # shortcut: only weights
        X *= K
        return X.sum(axis=0)
    oh, ow = X.shape[1] - kh + 1, X.shape[2] - kw + 1
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            Y[i, j] = np.vdot(X[:, i:i + kh, j:j + kw], K)
    return Y
