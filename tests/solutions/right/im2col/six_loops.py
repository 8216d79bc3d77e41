# style: C programmer, all indices by hand
import numpy as np


def im2col(X, kernel, stride=1):
    ci = X.shape[0]; h = X.shape[1]; w = X.shape[2]
    kh = kernel[0]; kw = kernel[1]
    ho = (h - kh) // stride + 1; wo = (w - kw) // stride + 1
    M = np.zeros((ho * wo, ci * kh * kw))
    for i in range(ho):
        for j in range(wo):
            for c in range(ci):
                for a in range(kh):
                    for b in range(kw):
                        M[i * wo + j][(c * kh + a) * kw + b] = X[c][i * stride + a][j * stride + b]
    return M
