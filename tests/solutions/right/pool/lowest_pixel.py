# Style: pads with the smallest pixel of the image for the maximum; class of poolers; mean weights as two small vectors
import numpy as np


class Axis:
    def __init__(self, n, k, s, same):
        self.k, self.s = k, s
        self.places = -(-n // s) if same else (n - k) // s + 1
        total = max((self.places - 1) * s + k - n, 0) if same else 0
        self.before = total // 2
        self.after = total - self.before
        inside = np.pad(np.ones(n), (self.before, self.after))
        self.count = np.array([inside[i * s:i * s + k].sum() for i in range(self.places)])


def pool(X, size, stride=None, padding='valid', mode='max'):
    stride = size if stride is None else stride
    v, h = (Axis(n, k, s, padding == 'same') for n, k, s in zip(X.shape, size, stride))
    filler = X.min() if mode == 'max' else 0
    P = np.pad(X.astype(float), ((v.before, v.after), (h.before, h.after)), constant_values=filler)
    Y = np.empty((v.places, h.places), order='F')
    for i, j in np.ndindex(*Y.shape):
        w = P[i * v.s:i * v.s + v.k, j * h.s:j * h.s + h.k]
        Y[i, j] = np.max(w) if mode == 'max' else np.sum(w) / (v.count[i] * h.count[j])
    return Y
