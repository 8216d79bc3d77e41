# mistake: the entries of a patch come pixel by pixel (a, b, c) instead of channel by channel; right for Ci = 1 or 1x1 kernels
import numpy as np


def im2col(X, kernel, stride=1):
    Kh, Kw = kernel
    img = X.transpose(1, 2, 0)
    rows = []
    for y in range(0, img.shape[0] - Kh + 1, stride):
        for x in range(0, img.shape[1] - Kw + 1, stride):
            rows.append(img[y:y + Kh, x:x + Kw].ravel())
    return np.array(rows)
