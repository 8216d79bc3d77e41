# Output size H-ph by W-pw, the last row and column of windows is missing: `pool2d(np.arange(9.).reshape(3, 3), (2, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg') or ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError()
    f = np.max if mode == 'max' else np.mean
    Y = np.zeros((X.shape[0] - ph, X.shape[1] - pw))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = f(X[i:i + ph, j:j + pw])
    return Y
