# Mistake: patches are flattened with the channel last, the filters with the channel first; wrong unless Ci == 1 or the kernel is 1x1
import numpy as np


def corr2d_multi_in_out(X, K):
    co, ci, kh, kw = K.shape
    img = np.moveaxis(X, 0, -1).astype(float)
    oh, ow = img.shape[0] - kh + 1, img.shape[1] - kw + 1
    cols = np.stack([img[a:a + oh, b:b + ow] for a in range(kh) for b in range(kw)], axis=2)
    cols = cols.reshape(oh * ow, kh * kw * ci)
    return (K.reshape(co, -1) @ cols.T).reshape(co, oh, ow)
