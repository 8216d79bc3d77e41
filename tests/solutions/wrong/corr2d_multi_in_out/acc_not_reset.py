# Mistake: the accumulating map is made once, outside the loop over filters; filters after the first contain the ones before (Co > 1)
import numpy as np


def corr2d_multi_in_out(X, K):
    co, ci, kh, kw = K.shape
    oh, ow = X.shape[1] - kh + 1, X.shape[2] - kw + 1
    maps = []
    acc = np.zeros((oh, ow))
    for o in range(co):
        for c in range(ci):
            for i in range(oh):
                for j in range(ow):
                    acc[i, j] += (X[c, i:i + kh, j:j + kw].astype(float) * K[o, c]).sum()
        maps.append(acc.copy())
    return np.stack(maps)
