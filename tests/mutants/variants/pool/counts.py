"""A sum and a count; minus infinity for the maximum."""

import math

import numpy as np


def pool(X, size, stride=None, padding="valid", mode="max"):
    step = stride or size
    starts = []
    for n, k, s in zip(X.shape, size, step, strict=True):
        if padding == "same":
            places = math.ceil(n / s)
            before = max((places - 1) * s + k - n, 0) // 2
            starts.append([i * s - before for i in range(places)])
        else:
            starts.append(list(range(0, n - k + 1, s)))
    Y = np.zeros((len(starts[0]), len(starts[1])))
    for i, r in enumerate(starts[0]):
        for j, c in enumerate(starts[1]):
            best, total, count = -np.inf, 0.0, 0
            for y in range(r, r + size[0]):
                for x in range(c, c + size[1]):
                    if 0 <= y < X.shape[0] and 0 <= x < X.shape[1]:
                        best = max(best, X[y, x])
                        total += X[y, x]
                        count += 1
            Y[i, j] = best if mode == "max" else total / count
    return Y
