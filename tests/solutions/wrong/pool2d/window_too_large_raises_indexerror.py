# Raises IndexError when the window does not fit: `pool2d(np.ones((2, 2)), (2, 3))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg'):
        raise ValueError("mode must be max or avg")
    if X.shape[0] < ph or X.shape[1] < pw:
        raise IndexError("window out of range")
    out = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1))
    for i in range(len(out)):
        for j in range(len(out[0])):
            out[i, j] = np.max(X[i:i + ph, j:j + pw]) if mode == 'max' else np.mean(X[i:i + ph, j:j + pw])
    return out
