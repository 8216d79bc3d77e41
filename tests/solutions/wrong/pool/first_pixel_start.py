# Mistake: the search for the maximum starts from X[0, 0] instead of a pixel of the window; wrong for 'max' if X[0, 0] is larger than a window's pixels
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    if stride is None:
        stride = size
    H, W = X.shape
    out, front = [], []
    for n, k, s in ((H, size[0], stride[0]), (W, size[1], stride[1])):
        o = -(-n // s) if padding == 'same' else (n - k) // s + 1
        out.append(o)
        front.append(max((o - 1) * s + k - n, 0) // 2)
    Y = np.zeros(out)
    for i in range(out[0]):
        for j in range(out[1]):
            m = X[0, 0]
            s = 0.0
            n = 0
            for r in range(max(0, i * stride[0] - front[0]), min(H, i * stride[0] - front[0] + size[0])):
                for c in range(max(0, j * stride[1] - front[1]), min(W, j * stride[1] - front[1] + size[1])):
                    if X[r, c] > m:
                        m = X[r, c]
                    s += float(X[r, c])
                    n += 1
            Y[i, j] = m if mode == 'max' else s / n
    return Y
