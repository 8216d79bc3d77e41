# Mistake: a window larger than the image is cut to the image first; in 'same' the padding is then another one (wrong for windows larger than the image)
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    H, W = X.shape
    stride = stride or size
    ph, pw = min(size[0], H), min(size[1], W)
    sh, sw = stride
    if padding == 'same':
        oh, ow = -(-H // sh), -(-W // sw)
        t, l = max((oh - 1) * sh + ph - H, 0) // 2, max((ow - 1) * sw + pw - W, 0) // 2
    else:
        oh, ow, t, l = (H - ph) // sh + 1, (W - pw) // sw + 1, 0, 0
    out = np.empty((oh, ow), dtype=float)
    for i in range(oh):
        for j in range(ow):
            w = X[max(i * sh - t, 0):i * sh - t + ph, max(j * sw - l, 0):j * sw - l + pw]
            out[i, j] = w.max() if mode == 'max' else w.mean()
    return out
