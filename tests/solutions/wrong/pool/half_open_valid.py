# Mistake: range(0, H - ph, sh) leaves out the last window when it ends exactly at the border; the row stays 0. 'valid' with (H - ph) % sh == 0
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    H, W = X.shape
    ph, pw = size
    sh, sw = size if stride is None else stride
    op = np.max if mode == 'max' else np.mean
    if padding == 'same':
        oh, ow = -(-H // sh), -(-W // sw)
        t, l = max((oh - 1) * sh + ph - H, 0) // 2, max((ow - 1) * sw + pw - W, 0) // 2
        return np.array([[float(op(X[max(i * sh - t, 0):i * sh - t + ph, max(j * sw - l, 0):j * sw - l + pw]))
                          for j in range(ow)] for i in range(oh)])
    Y = np.zeros(((H - ph) // sh + 1, (W - pw) // sw + 1))
    for i, r in enumerate(range(0, H - ph, sh)):
        for j, c in enumerate(range(0, W - pw + 1, sw)):
            Y[i, j] = op(X[r:r + ph, c:c + pw])
    return Y
