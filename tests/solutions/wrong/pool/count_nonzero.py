# Mistake: the padding is recognised by its zeros: pixels of the image that are 0 are not counted in the mean either; 'same', 'avg', image with zeros
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    ph, pw = size
    sh, sw = stride if stride else size
    H, W = X.shape
    if padding == 'valid':
        oh, ow = (H - ph) // sh + 1, (W - pw) // sw + 1
        P = X.astype(float)
    else:
        oh, ow = -(-H // sh), -(-W // sw)
        th, tw = max((oh - 1) * sh + ph - H, 0), max((ow - 1) * sw + pw - W, 0)
        filler = -np.inf if mode == 'max' else 0
        P = np.pad(X.astype(float), ((th // 2, th - th // 2), (tw // 2, tw - tw // 2)), constant_values=filler)
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            w = P[i * sh:i * sh + ph, j * sw:j * sw + pw]
            if mode == 'max':
                Y[i, j] = w.max()
            elif padding == 'valid':
                Y[i, j] = w.mean()
            else:
                Y[i, j] = w.sum() / max(np.count_nonzero(w), 1)
    return Y
