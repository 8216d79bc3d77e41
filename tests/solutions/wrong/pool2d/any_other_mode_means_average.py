# The else branch averages, so a misspelt mode raises nothing: `pool2d(np.ones((2, 2)), (1, 1), 'sum')`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError("window larger than image")
    Y = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            w = X[i:i + ph, j:j + pw]
            if mode == 'max':
                Y[i, j] = w.max()
            else:
                Y[i, j] = w.mean()
    return Y
