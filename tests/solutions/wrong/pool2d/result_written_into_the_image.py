# Stores the pooled values in X before returning a slice of it: `X = np.arange(4.).reshape(2, 2); pool2d(X, (2, 2)); X`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg'):
        raise ValueError('mode')
    oh, ow = X.shape[0] - ph + 1, X.shape[1] - pw + 1
    if oh < 1 or ow < 1:
        raise ValueError('window')
    Y = X if X.dtype == float else X.astype(float)
    for i in range(oh):
        for j in range(ow):
            Y[i, j] = Y[i:i + ph, j:j + pw].max() if mode == 'max' else Y[i:i + ph, j:j + pw].mean()
    return Y[:oh, :ow]
