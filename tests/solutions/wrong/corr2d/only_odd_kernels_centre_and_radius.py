# Slides a window of radius K//2 around a centre pixel, which only works for odd kernel sizes: `corr2d(np.ones((4, 4)), np.ones((2, 2)))`
import numpy as np

def corr2d(X, K):
    H, W = X.shape
    Kh, Kw = K.shape
    if Kh > H or Kw > W:
        raise ValueError("kernel larger than image")
    rh, rw = Kh // 2, Kw // 2
    rows = []
    for i in range(rh, H - rh):
        row = []
        for j in range(rw, W - rw):
            patch = X[i - rh:i + rh + 1, j - rw:j + rw + 1]
            row.append(float(np.sum(patch * K)))
        rows.append(row)
    return np.array(rows)
