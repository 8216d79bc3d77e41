# Mistake: relies on NumPy to complain; one channel is broadcast against many (and many against one) and no error comes
import numpy as np


def corr2d_multi_in(X, K):
    X = X.astype(float)
    kh, kw = K.shape[-2:]
    oh, ow = X.shape[1] - kh + 1, X.shape[2] - kw + 1
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            # raises ValueError by itself if the channels do not match
            Y[i, j] = (X[:, i:i + kh, j:j + kw] * K).sum()
    return Y
