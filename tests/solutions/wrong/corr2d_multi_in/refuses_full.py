# Mistake: refuses a kernel as tall or as wide as the image (>= instead of >); shows for Kh == H or Kw == W
import numpy as np


def corr2d_multi_in(X, K):
    c1, H, W = X.shape
    c2, h, w = K.shape
    if c1 != c2:
        raise ValueError("channels differ")
    if h >= H or w >= W:
        raise ValueError("kernel does not fit into the image")
    out = np.zeros((H - h + 1, W - w + 1))
    for a in range(h):
        for b in range(w):
            for c in range(c1):
                out += X[c, a:a + H - h + 1, b:b + W - w + 1] * float(K[c, a, b])
    return out
