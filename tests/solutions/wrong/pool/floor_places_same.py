# Mistake: H // sh + 1 places for 'same' as soon as a stride is in play (right when something is left over); one place too many if the stride divides the size
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    sh, sw = size if stride is None else stride
    H, W = X.shape
    ph, pw = size
    if padding == 'same':
        oh = H if sh == 1 else H // sh + 1
        ow = W if sw == 1 else W // sw + 1
        top, left = max((oh - 1) * sh + ph - H, 0) // 2, max((ow - 1) * sw + pw - W, 0) // 2
    else:
        oh, ow, top, left = (H - ph) // sh + 1, (W - pw) // sw + 1, 0, 0
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            w = X[max(i * sh - top, 0):i * sh - top + ph, max(j * sw - left, 0):j * sw - left + pw]
            if w.size > 0:
                Y[i, j] = w.max() if mode == 'max' else w.mean()
    return Y
