# Mistake: the accumulator has the type of X, so fractions are cut off; shows for integer X with a fractional K (and integer results)
import numpy as np


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("X and K do not belong together")
    h, w = K.shape[1:]
    Y = np.zeros((X.shape[1] - h + 1, X.shape[2] - w + 1), dtype=np.result_type(X, np.int64))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[:, i:i + h, j:j + w].astype(float) * K).sum()
    return Y.astype(float)
