# Mistake: flat index o * Co + c instead of o * Ci + c; right only for Co == Ci or Co == 1
import numpy as np


def corr2d_multi_in_out_1x1(X, K):
    co, ci = K.shape[0], K.shape[1]
    h, w = X.shape[1], X.shape[2]
    kk = K.ravel()
    Y = np.zeros((co, h, w))
    for o in range(co):
        for c in range(ci):
            Y[o] += float(kk[(o * co + c) % kk.size]) * X[c]
    return Y
