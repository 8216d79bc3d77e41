# Mistake: one kernel size k for both directions; wrong or a crash for kernels that are not square
import numpy as np


def corr2d_multi_in_out(X, K):
    co, ci, k = K.shape[:3]
    H, W = X.shape[1:]
    Y = np.zeros((co, H - k + 1, W - k + 1))
    for o in range(co):
        for c in range(ci):
            for i in range(H - k + 1):
                for j in range(W - k + 1):
                    Y[o, i, j] += np.dot(X[c, i:i + k, j:j + k].astype(float).ravel(), K[o, c].ravel())
    return Y
