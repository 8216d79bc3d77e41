"""As in the notes."""

import numpy as np


def corr2d_strided(X, K, stride):
    (h, w), (sh, sw) = K.shape, stride
    oh, ow = (X.shape[0] - h) // sh + 1, (X.shape[1] - w) // sw + 1
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            Y[i, j] = (X[i * sh : i * sh + h, j * sw : j * sw + w] * K).sum()
    return Y
