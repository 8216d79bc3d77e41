# Mistake: np.pad mode 'reflect' brings in pixels that the window does not hold; 'same' and 'max', mostly for even windows or small images
import numpy as np


def _geometry(n, k, s, same):
    if not same:
        return (n - k) // s + 1, 0, 0
    o = -(-n // s)
    t = max((o - 1) * s + k - n, 0)
    return o, t // 2, t - t // 2


def pool(X, size, stride=None, padding='valid', mode='max'):
    sh, sw = size if stride is None else stride
    oh, top, bottom = _geometry(X.shape[0], size[0], sh, padding == 'same')
    ow, left, right = _geometry(X.shape[1], size[1], sw, padding == 'same')
    X = X.astype(float)
    pad = ((top, bottom), (left, right))
    if mode == 'max':
        P = np.pad(X, pad, mode='reflect')      # mirrored pixels are in the window anyway
        f = np.max
    else:
        P = np.pad(X, pad, constant_values=np.nan)
        f = np.nanmean
    return np.array([[f(P[i * sh:i * sh + size[0], j * sw:j * sw + size[1]]) for j in range(ow)] for i in range(oh)])
