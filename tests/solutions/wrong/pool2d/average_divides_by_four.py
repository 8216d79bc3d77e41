# The average always divides by 4: `pool2d(np.ones((3, 3)), (3, 3), 'avg')`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    p_h, p_w = pool_size
    if p_h > X.shape[0] or p_w > X.shape[1]:
        raise ValueError("window larger than image")
    Y = np.zeros((X.shape[0] - p_h + 1, X.shape[1] - p_w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            if mode == 'max':
                Y[i, j] = X[i:i + p_h, j:j + p_w].max()
            elif mode == 'avg':
                Y[i, j] = X[i:i + p_h, j:j + p_w].sum() / 4
            else:
                raise ValueError("unknown mode")
    return Y
