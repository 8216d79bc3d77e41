# mistake: the list of rows is a mutable default, so patches of earlier calls come along; wrong from the second call on
import numpy as np


def im2col(X, kernel, stride=1, rows=[]):
    Kh, Kw = kernel
    new = 0
    for i in range(0, X.shape[1] - Kh + 1, stride):
        for j in range(0, X.shape[2] - Kw + 1, stride):
            rows.append(X[:, i:i + Kh, j:j + Kw].ravel())
            new += 1
    width = rows[-1].size
    return np.array([r for r in rows if r.size == width])
