# mistake: Kh is used for both sides of the slice and numpy clips or cuts; right for square kernels
import numpy as np


def im2col(X, kernel, stride=1):
    k = kernel[0]
    Ho = (X.shape[1] - k) // stride + 1
    Wo = (X.shape[2] - k) // stride + 1
    rows = [X[:, i * stride:i * stride + k, j * stride:j * stride + k].ravel() for i in range(Ho) for j in range(Wo)]
    return np.array(rows)
