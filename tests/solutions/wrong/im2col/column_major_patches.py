# mistake: patches ordered column by column (outer loop across); right for one row or one column of patches
import numpy as np


def im2col(X, kernel, stride=1):
    Kh, Kw = kernel
    return np.array([X[:, i:i + Kh, j:j + Kw].ravel()
                     for j in range(0, X.shape[2] - Kw + 1, stride)
                     for i in range(0, X.shape[1] - Kh + 1, stride)])
