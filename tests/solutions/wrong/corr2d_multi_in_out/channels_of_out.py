# Mistake: loops over Co where the input channels are meant; channels beyond Co are ignored if Ci > Co, IndexError if Ci < Co
import numpy as np


def corr2d_multi_in_out(X, K):
    n = K.shape[0]
    kh, kw = K.shape[2], K.shape[3]
    oh, ow = X.shape[1] - kh + 1, X.shape[2] - kw + 1
    Y = np.zeros((n, oh, ow))
    for o in range(n):
        for c in range(n):
            for a in range(kh):
                for b in range(kw):
                    Y[o] += float(K[o, c, a, b]) * X[c, a:a + oh, b:b + ow]
    return Y
