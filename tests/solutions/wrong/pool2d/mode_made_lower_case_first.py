# Accepts 'MAX' and 'Avg' because the mode is lower-cased: `pool2d(np.ones((2, 2)), (2, 2), 'MAX')`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    mode = str(mode).lower()
    ph, pw = pool_size
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError("window too large")
    if mode == 'max':
        f = np.max
    elif mode == 'avg':
        f = np.mean
    else:
        raise ValueError("unknown mode " + mode)
    return np.array([[float(f(X[i:i + ph, j:j + pw])) for j in range(X.shape[1] - pw + 1)]
                     for i in range(X.shape[0] - ph + 1)])
