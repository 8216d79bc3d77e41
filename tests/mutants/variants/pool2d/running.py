"""A running maximum or sum."""

import numpy as np


def pool2d(X, pool_size, mode="max"):
    ph, pw = pool_size
    if ph > X.shape[0]:
        raise ValueError
    if pw > X.shape[1]:
        raise ValueError
    Y = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            best = float("-inf")
            total = 0
            for a in range(ph):
                for b in range(pw):
                    value = X[i + a, j + b]
                    total += value
                    if value > best:
                        best = value
            if mode == "max":
                Y[i, j] = best
            elif mode == "avg":
                Y[i, j] = total / (ph * pw)
            else:
                raise ValueError("mode")
    return Y
