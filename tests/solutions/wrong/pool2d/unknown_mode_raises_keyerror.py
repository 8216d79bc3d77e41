# Looks the mode up in a dict, an unknown one raises KeyError: `pool2d(np.ones((2, 2)), (1, 1), 'median')`
import numpy as np

OPS = {'max': np.max, 'avg': np.mean}

def pool2d(X, pool_size, mode='max'):
    op = OPS[mode]
    ph, pw = pool_size
    H, W = X.shape
    if ph > H or pw > W:
        raise ValueError('window larger than image')
    return np.array([[float(op(X[i:i+ph, j:j+pw])) for j in range(W-pw+1)] for i in range(H-ph+1)])
