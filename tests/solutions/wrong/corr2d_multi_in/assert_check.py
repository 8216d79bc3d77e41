# Mistake: assert instead of ValueError, so AssertionError; shows for different numbers of channels
import numpy as np


def corr2d_multi_in(X, K):
    assert X.shape[0] == K.shape[0], "ValueError: channels do not match"
    X = X.astype(float)
    K = K.astype(float)
    n_rows = X.shape[1] - K.shape[1] + 1
    n_cols = X.shape[2] - K.shape[2] + 1
    return np.array([[(X[:, i:i + K.shape[1], j:j + K.shape[2]] * K).sum() for j in range(n_cols)] for i in range(n_rows)])
