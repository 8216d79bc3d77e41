import numpy as np


def im2col(X, kernel, stride=1):
    Kh, Kw = kernel
    rows = []
    for i in range(X.shape[1] - Kh + 1):
        for j in range(X.shape[2] - Kw + 1):
            rows.append(X[:, i:i + Kh, j:j + Kw].ravel())
    return np.array(rows)


def corr2d_matrix(K, in_shape):
    from channels import corr2d
    eye = np.eye(in_shape[0] * in_shape[1])
    return np.stack([corr2d(e.reshape(in_shape), K).ravel() for e in eye], axis=1)
