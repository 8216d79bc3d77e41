# Uses K.shape[0] for both kernel axes, so a 1x2 kernel is treated as one column wide: `corr2d(np.ones((3, 3)), np.ones((1, 2)))`
import numpy as np

def corr2d(X, K):
    k = K.shape[0]
    if k > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError
    oh, ow = X.shape[0] - k + 1, X.shape[1] - k + 1
    Y = np.zeros((oh, ow))
    for a in range(k):
        for b in range(min(k, K.shape[1])):
            Y += X[a:a + oh, b:b + ow] * float(K[a, b])
    return Y
