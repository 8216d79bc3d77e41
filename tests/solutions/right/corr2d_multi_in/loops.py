# Style: five nested loops, beginner, prints while at it
import numpy as np


def corr2d_multi_in(X, K):
    ci, h, w = X.shape
    ck, kh, kw = K.shape
    if ci != ck:
        raise ValueError("X has " + str(ci) + " channels but K has " + str(ck))
    out_h = h - kh + 1
    out_w = w - kw + 1
    Y = np.zeros((out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            s = 0.0
            for c in range(ci):
                for a in range(kh):
                    for b in range(kw):
                        s = s + float(X[c][i + a][j + b]) * float(K[c][a][b])
            Y[i][j] = s
    print("output shape:", Y.shape)
    return Y
