# Pads K-1 zeros on every side, so the output is larger than the image: `corr2d(np.ones((3, 3)), np.ones((2, 2)))`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError('kernel larger than image')
    P = np.pad(X, ((h - 1, h - 1), (w - 1, w - 1)))
    Y = np.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (P[i:i + h, j:j + w] * K).sum()
    return Y
