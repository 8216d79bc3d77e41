# Mistake: "break" for a channel whose kernel is all zero (meant: continue); shows if a zero kernel is followed by another channel
import numpy as np


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("need one kernel per channel")
    h, w = K.shape[1:]
    Y = np.zeros((X.shape[1] - h + 1, X.shape[2] - w + 1))
    for x, k in zip(X.astype(float), K.astype(float)):
        if not k.any():
            break       # adds nothing anyway
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] += (x[i:i + h, j:j + w] * k).sum()
    return Y
