# mistake: sets X.shape to (Ci, H * W) in place on the caller's image; the rows are right, X comes back two-dimensional (if contiguous)
import numpy as np


def im2col(X, kernel, stride=1):
    Ci, H, W = X.shape
    Kh, Kw = kernel
    if not X.flags['C_CONTIGUOUS']:
        X = np.ascontiguousarray(X)
    X.shape = (Ci, H * W)
    tops = np.arange(0, H - Kh + 1, stride)
    lefts = np.arange(0, W - Kw + 1, stride)
    starts = (tops[:, None] * W + lefts).ravel()
    offsets = (np.arange(Kh)[:, None] * W + np.arange(Kw)).ravel()
    cols = X[:, starts[:, None] + offsets]          # Ci, patches, Kh * Kw
    return cols.transpose(1, 0, 2).reshape(len(starts), -1)
