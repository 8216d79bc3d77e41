# The rows go into a default argument, so a second call returns the first result as well: `corr2d(np.ones((2, 2)), np.ones((1, 1))); corr2d(np.ones((2, 2)), np.ones((1, 1)))`
import numpy as np

def corr2d(X, K, rows=[]):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("kernel larger than image")
    for i in range(X.shape[0] - h + 1):
        rows.append([float(np.sum(X[i:i + h, j:j + w] * K)) for j in range(X.shape[1] - w + 1)])
    if len({len(r) for r in rows}) > 1:
        return rows
    return np.array(rows)
