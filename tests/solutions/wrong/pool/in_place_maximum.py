# Mistake: the running maximum is built in X itself, as asarray makes no copy of a float64 image: X is changed for 'max' when no cell is added and pw > 1; numbers are right
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    X = np.asarray(X, dtype=np.float64)
    ph, pw = size
    sh, sw = size if stride is None else stride
    H, W = X.shape
    if padding == 'same':
        oh, ow = -(-H // sh), -(-W // sw)
        th, tw = max((oh - 1) * sh + ph - H, 0), max((ow - 1) * sw + pw - W, 0)
        if th or tw:
            X = np.pad(X, ((th // 2, th - th // 2), (tw // 2, tw - tw // 2)), constant_values=np.nan)
    else:
        oh, ow = (H - ph) // sh + 1, (W - pw) // sw + 1
    if mode == 'avg':
        return np.array([[np.nanmean(X[i * sh:i * sh + ph, j * sw:j * sw + pw]) for j in range(ow)] for i in range(oh)])
    best = X
    for _ in range(pw - 1):
        best = best[:, :-1]             # a view
        np.fmax(best, X[:, 1:best.shape[1] + 1], out=best)
    return np.array([[np.nanmax(best[i * sh:i * sh + ph, j * sw]) for j in range(ow)] for i in range(oh)])
