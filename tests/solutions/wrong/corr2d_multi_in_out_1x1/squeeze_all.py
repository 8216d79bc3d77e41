# Mistake: K.squeeze() drops also Ci == 1 (and Co == 1); crashes for Ci == 1
import numpy as np


def corr2d_multi_in_out_1x1(X, K):
    W = K.squeeze().astype(float)
    flat = X.reshape(X.shape[0], -1).astype(float)
    return np.dot(W, flat).reshape(K.shape[0], X.shape[1], X.shape[2])
