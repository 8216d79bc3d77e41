# Style: six nested loops, C programmer
import numpy as np


def corr2d_multi_in_out(X, K):
    Co = K.shape[0]; Ci = K.shape[1]; Kh = K.shape[2]; Kw = K.shape[3]
    H = X.shape[1]; W = X.shape[2]
    Y = np.zeros((Co, H - Kh + 1, W - Kw + 1), dtype=np.double)
    for o in range(Co):
        for i in range(H - Kh + 1):
            for j in range(W - Kw + 1):
                acc = 0.0
                for c in range(Ci):
                    for a in range(Kh):
                        for b in range(Kw):
                            acc += float(X[c, i + a, j + b]) * float(K[o, c, a, b])
                Y[o, i, j] = acc
    return Y
