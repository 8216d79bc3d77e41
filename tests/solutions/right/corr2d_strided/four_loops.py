# style: beginner, four nested loops, float() on every entry
import numpy as np


def corr2d_strided(X, K, stride):
    sh = stride[0]
    sw = stride[1]
    rows = (X.shape[0] - K.shape[0]) // sh + 1
    cols = (X.shape[1] - K.shape[1]) // sw + 1
    Y = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            s = 0.0
            for a in range(K.shape[0]):
                for b in range(K.shape[1]):
                    s = s + float(X[i * sh + a, j * sw + b]) * float(K[a, b])
            Y[i, j] = s
    return Y
