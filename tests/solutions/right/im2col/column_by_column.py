# style: one column per kernel entry, np.stack of strided slices, float32
import numpy as np


def im2col(X, kernel, stride=1):
    Kh, Kw = kernel
    _, H, W = X.shape
    columns = []
    for channel in X:
        for a in range(Kh):
            for b in range(Kw):
                column = channel[a:a + H - Kh + 1:stride, b:b + W - Kw + 1:stride]
                columns.append(column.astype(np.float32).flatten())
    return np.stack(columns, axis=-1)
