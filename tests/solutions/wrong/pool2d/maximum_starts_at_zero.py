# The running maximum starts at 0, so all-negative windows give 0: `pool2d(np.array([[-3., -2.]]), (1, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg') or ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError
    Y = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            best, total = 0, 0
            for a in range(ph):
                for b in range(pw):
                    v = X[i + a, j + b]
                    total += v
                    if v > best:
                        best = v
            Y[i, j] = best if mode == 'max' else total / (ph * pw)
    return Y
