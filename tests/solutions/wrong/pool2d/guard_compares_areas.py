# Compares the area of the window with the area of the image: `pool2d(np.ones((2, 4)), (3, 1))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    if ph * pw > X.size:
        raise ValueError("window larger than image")
    if mode not in ('max', 'avg'):
        raise ValueError("mode")
    oh, ow = X.shape[0] - ph + 1, X.shape[1] - pw + 1
    f = np.max if mode == 'max' else np.mean
    return np.array([[float(f(X[i:i + ph, j:j + pw])) for j in range(ow)] for i in range(oh)])
