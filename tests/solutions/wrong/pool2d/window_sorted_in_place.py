# Sorts the rows of a view to find the maximum, which reorders the image: `X = np.array([[2., 1., 0.]]); pool2d(X, (1, 2)); X`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg'):
        raise ValueError('mode')
    if ph > X.shape[0] or pw > X.shape[1]:
        raise ValueError('window')
    Y = np.zeros((X.shape[0] - ph + 1, X.shape[1] - pw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            patch = X[i:i + ph, j:j + pw]
            if mode == 'max':
                patch.sort(axis=1)
                Y[i, j] = max(patch[:, -1])
            else:
                Y[i, j] = patch.mean()
    return Y
