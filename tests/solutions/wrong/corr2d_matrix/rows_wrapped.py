# mistake: the flat start grows by one per output pixel and skips only Kw pixels at a row's end instead of Kw - 1; wrong from the second output row on
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    offsets = np.add.outer(np.arange(Kh) * W, np.arange(Kw))
    start = 0
    for p in range(Ho * Wo):
        cols = (start + offsets) % (H * W)
        M[p, cols] = K
        start += 1
        if (p + 1) % Wo == 0 and Kw > 1:
            start += Kw
    return M
