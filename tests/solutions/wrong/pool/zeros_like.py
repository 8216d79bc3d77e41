# Mistake: the result has the type of X, means of an integer image lose their fraction; 'avg' with integers
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    if stride is None:
        stride = size
    starts = []
    for n, k, s in zip(X.shape, size, stride):
        if padding == 'same':
            o = -(-n // s)
            p = max((o - 1) * s + k - n, 0) // 2
        else:
            o, p = (n - k) // s + 1, 0
        starts.append([t * s - p for t in range(o)])
    Y = np.zeros_like(X, shape=(len(starts[0]), len(starts[1])))
    for i, r in enumerate(starts[0]):
        for j, c in enumerate(starts[1]):
            block = X[max(r, 0):r + size[0], max(c, 0):c + size[1]]
            Y[i, j] = np.max(block) if mode == 'max' else np.mean(block)
    return Y.astype(float)
