# Compares strings with `is`, so an equal string built at run time (read from a file, say) is refused: `pool2d(np.ones((2, 2)), (2, 2), ''.join(['m', 'ax']))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    H, W = X.shape
    if ph > H or pw > W:
        raise ValueError('window')
    if mode is 'max':
        f = np.max
    elif mode is 'avg':
        f = np.mean
    else:
        raise ValueError('mode')
    Y = np.zeros((H - ph + 1, W - pw + 1))
    for i, j in np.ndindex(*Y.shape):
        Y[i, j] = f(X[i:i + ph, j:j + pw])
    return Y
