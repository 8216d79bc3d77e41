# The averages are added onto np.empty, so old memory content gets into the result: `(np.full((2, 2), 5.) * 1, pool2d(np.ones((3, 3)), (2, 2), 'avg'))[1]`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if mode not in ('max', 'avg'):
        raise ValueError('mode')
    oh, ow = X.shape[0] - ph + 1, X.shape[1] - pw + 1
    if oh < 1 or ow < 1:
        raise ValueError('window')
    if mode == 'max':
        return np.array([[float(X[i:i + ph, j:j + pw].max()) for j in range(ow)] for i in range(oh)])
    Y = np.empty((oh, ow))
    for a in range(ph):
        for b in range(pw):
            Y += X[a:a + oh, b:b + ow]
    return Y / (ph * pw)
