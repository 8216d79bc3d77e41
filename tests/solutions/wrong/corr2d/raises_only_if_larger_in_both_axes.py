# Uses `and` in the guard, so a kernel that is too large in one axis only passes: `corr2d(np.ones((2, 4)), np.ones((3, 2)))`
import numpy as np

def corr2d(X, K):
    if K.shape[0] > X.shape[0] and K.shape[1] > X.shape[1]:
        raise ValueError("kernel larger than image")
    oh = X.shape[0] - K.shape[0] + 1
    ow = X.shape[1] - K.shape[1] + 1
    return np.array([[np.sum(X[i:i + K.shape[0], j:j + K.shape[1]] * K * 1.0) for j in range(ow)]
                     for i in range(oh)])
