# Style: tensordot over a 3D window, result in Fortran order
import numpy as np


def corr2d_multi_in(X, K):
    Xf = np.array(X, dtype=float, order="F")
    Kf = np.array(K, dtype=float)
    # one filter must see exactly the channels of the image
    if Xf.shape[0] != Kf.shape[0]:
        raise ValueError("X and K need the same number of channels")
    h = Xf.shape[1] - Kf.shape[1] + 1
    w = Xf.shape[2] - Kf.shape[2] + 1
    result = np.empty((h, w), order="F")
    for col in range(w):
        for row in range(h):
            window = Xf[:, row:row + Kf.shape[1], col:col + Kf.shape[2]]
            result[row, col] = np.tensordot(window, Kf, axes=3)
    return result
