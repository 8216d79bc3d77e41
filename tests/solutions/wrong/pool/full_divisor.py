# Mistake: the mean divides by ph * pw at the border, too: 'same' and 'avg' where cells are added
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    ph, pw = size
    sh, sw = stride or size
    H, W = X.shape
    if padding == 'valid':
        oh, ow, top, left = (H - ph) // sh + 1, (W - pw) // sw + 1, 0, 0
    else:
        oh, ow = -(-H // sh), -(-W // sw)
        top = max((oh - 1) * sh + ph - H, 0) // 2
        left = max((ow - 1) * sw + pw - W, 0) // 2
    Y = np.empty((oh, ow))
    for i in range(oh):
        for j in range(ow):
            w = X[max(i * sh - top, 0):i * sh - top + ph, max(j * sw - left, 0):j * sw - left + pw]
            Y[i, j] = w.max() if mode == 'max' else w.sum(dtype=float) / (ph * pw)
    return Y
