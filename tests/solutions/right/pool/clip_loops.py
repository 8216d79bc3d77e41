# Style: loops, window clipped to the image with max and min, so nothing is padded at all
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    H, W = X.shape
    ph, pw = size
    if stride is None:
        stride = size
    sh, sw = stride
    if padding == 'same':
        oh, ow = -(-H // sh), -(-W // sw)
        top = max((oh - 1) * sh + ph - H, 0) // 2
        left = max((ow - 1) * sw + pw - W, 0) // 2
    else:
        oh, ow = (H - ph) // sh + 1, (W - pw) // sw + 1
        top, left = 0, 0
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            r, c = i * sh - top, j * sw - left
            window = X[max(r, 0):min(r + ph, H), max(c, 0):min(c + pw, W)]
            Y[i, j] = window.max() if mode == 'max' else window.mean()
    return Y
