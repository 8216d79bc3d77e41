# Mistake: loops over the channels of X and only notices when K has too few of them; K with more channels passes silently
import numpy as np


def corr2d_multi_in(X, K):
    ci, H, W = X.shape
    _, kh, kw = K.shape
    Y = np.zeros((H - kh + 1, W - kw + 1))
    for c in range(ci):
        try:
            kern = K[c].astype(float)
        except IndexError:
            raise ValueError("filter has the wrong number of channels")
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] += np.sum(X[c, i:i + kh, j:j + kw] * kern)
    return Y
