# Unpacks pool_size as (width, height): `pool2d(np.ones((3, 4)), (1, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    pw, ph = pool_size
    if mode not in ('max', 'avg'):
        raise ValueError('mode')
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError('size')
    op = getattr(np, {'max': 'max', 'avg': 'mean'}[mode])
    return np.array([[float(op(X[i:i + ph, j:j + pw])) for j in range(X.shape[1] - pw + 1)]
                     for i in range(X.shape[0] - ph + 1)])
