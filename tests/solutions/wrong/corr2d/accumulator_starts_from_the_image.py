# The output starts as a copy of the image corner instead of zeros, so the image is added once: `corr2d(np.ones((2, 2)), np.array([[3.]]))`
import numpy as np

def corr2d(X, K):
    kh, kw = K.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    if oh < 1 or ow < 1:
        raise ValueError("kernel larger than image")
    Y = X[:oh, :ow].astype(float)
    for a in range(kh):
        for b in range(kw):
            Y += K[a, b] * X[a:a + oh, b:b + ow]
    return Y
