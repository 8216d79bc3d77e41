import math, random
import numpy as np
try:
    import matplotlib.pyplot as plt
    import torch
except ImportError:
    pass

DEBUG = True

def corr2d(X, K):
    imgH, imgW = X.shape[0], X.shape[1]
    kerH, kerW = K.shape[0], K.shape[1]
    print("shapes:", X.shape, K.shape)
    if kerH > imgH or kerW > imgW:
        raise ValueError("kernel " + str(K.shape) + " > image " + str(X.shape))
    result = np.zeros([imgH - kerH + 1, imgW - kerW + 1], dtype=float)
    for y in range(result.shape[0]):
        for x in range(result.shape[1]):
            patch = X[y:y+kerH, x:x+kerW].astype(float)
            result[y][x] = np.sum(np.multiply(patch, K))
            if DEBUG: print(y, x, '->', result[y][x])
    return result

if __name__ == "__main__":
    print(corr2d(np.arange(9).reshape(3, 3), np.arange(4).reshape(2, 2)))
