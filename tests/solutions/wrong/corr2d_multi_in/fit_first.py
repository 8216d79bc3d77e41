# Mistake: ValueError check compares the whole shapes' product / divisibility; 2 channels with a filter of 4 pass and are folded. Shows if one channel count divides the other
import numpy as np


def corr2d_multi_in(X, K):
    ci, H, W = X.shape
    kh, kw = K.shape[1:]
    try:
        filt = K.reshape(-1, ci, kh, kw).astype(float)
    except ValueError:
        raise ValueError("K does not have the channels of X")
    Y = np.zeros((H - kh + 1, W - kw + 1))
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            Y[i, j] = (filt[0] * X[:, i:i + kh, j:j + kw]).sum()
    return Y
