import numpy as np

def windows(X, ph, pw):
    for i in range(X.shape[0] - ph + 1):
        for j in range(X.shape[1] - pw + 1):
            yield X[i:i + ph, j:j + pw]

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode == 'max':
        fn = lambda w: w.max()
    elif mode == 'avg':
        fn = lambda w: w.mean()
    else:
        raise ValueError
    oh, ow = X.shape[0] - ph + 1, X.shape[1] - pw + 1
    if oh < 1 or ow < 1:
        raise ValueError
    return np.fromiter((fn(w) for w in windows(X, ph, pw)), dtype=float).reshape(oh, ow)
