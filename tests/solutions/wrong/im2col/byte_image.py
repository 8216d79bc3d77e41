# mistake: the image goes through uint8 "because images are bytes"; fractions, negative and large numbers are lost
import numpy as np


def im2col(X, kernel, stride=1):
    Kh, Kw = kernel
    img = np.asarray(X).astype(np.int64).astype(np.uint8)
    out = []
    for i in range(0, img.shape[1] - Kh + 1, stride):
        for j in range(0, img.shape[2] - Kw + 1, stride):
            out.append(img[:, i:i + Kh, j:j + Kw].ravel())
    return np.array(out, dtype=float)
