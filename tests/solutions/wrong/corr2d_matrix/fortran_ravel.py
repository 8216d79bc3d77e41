# mistake: the little images are flattened with order='F'; shows unless the image has one row or column
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    rows = []
    for i in range(H - Kh + 1):
        for j in range(W - Kw + 1):
            img = np.zeros((H, W))
            img[i:i + Kh, j:j + Kw] = K
            rows.append(img.flatten(order='F'))
    return np.array(rows)
