import sys
sys.path.append("lib")

import numpy as np
from helpers import pad, total_pad


def pool(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    if padding == "same":
        X = pad(X, total_pad(X.shape[0], size[0], stride[0]), total_pad(X.shape[1], size[1], stride[1]), np.nan)
    rows = []
    for top in range(0, X.shape[0] - size[0] + 1, stride[0]):
        row = []
        for left in range(0, X.shape[1] - size[1] + 1, stride[1]):
            window = X[top:top + size[0], left:left + size[1]]
            row.append(np.nanmax(window) if mode == "max" else np.nanmean(window))
        rows.append(row)
    return np.array(rows, dtype=float)


def pool_nhwc(x, size, mode="max"):
    return np.stack([np.stack([pool(img[:, :, c], (size, size), mode=mode) for c in range(img.shape[2])], axis=2) for img in x])
