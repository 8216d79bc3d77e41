# mistake: the stride is missing across (columns of the image always step 1)
import numpy as np


def im2col(X, kernel, stride=1):
    Kh, Kw = kernel
    _, H, W = X.shape
    rows = [X[:, i:i + Kh, j:j + Kw].flatten()
            for i in range(0, H - Kh + 1, stride)
            for j in range(W - Kw + 1)]
    return np.stack(rows)
