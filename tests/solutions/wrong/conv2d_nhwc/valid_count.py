# Mistake: (H - Kh + 1) // sh places for 'valid': the last one is lost unless sh divides H - Kh + 1
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    sh, sw = stride
    N, H, W, C = x.shape
    Kh, Kw, _, Co = k.shape
    X = x.astype(float)
    if padding == 'same':
        Ho, Wo = -(-H // sh), -(-W // sw)
        t = max((Ho - 1) * sh + Kh - H, 0)
        u = max((Wo - 1) * sw + Kw - W, 0)
        X = np.pad(X, ((0, 0), (t // 2, t - t // 2), (u // 2, u - u // 2), (0, 0)))
    else:
        Ho, Wo = max((H - Kh + 1) // sh, 1), max((W - Kw + 1) // sw, 1)
    Y = np.empty((N, Ho, Wo, Co))
    for i in range(Ho):
        for j in range(Wo):
            Y[:, i, j, :] = np.tensordot(X[:, i * sh:i * sh + Kh, j * sw:j * sw + Kw, :], k, axes=([1, 2, 3], [0, 1, 2])) + b
    return Y
