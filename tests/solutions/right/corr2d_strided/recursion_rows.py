# style: recursion, a row of the output is split into halves, Fortran-order result
import numpy as np


def row(x, K, starts):
    if len(starts) == 1:
        return [float((x[:, starts[0]:starts[0] + K.shape[1]].astype(float) * K).sum())]
    half = len(starts) // 2
    return row(x, K, starts[:half]) + row(x, K, starts[half:])


def corr2d_strided(X, K, stride):
    K = K.astype(float)
    rows = []
    lefts = range(0, X.shape[1] - K.shape[1] + 1, stride[1])
    top = 0
    while top + K.shape[0] <= X.shape[0]:
        rows.append(row(X[top:top + K.shape[0]], K, lefts))
        top += stride[0]
    return np.array(rows, dtype=float, order="F")
