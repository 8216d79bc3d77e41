# Style: float32, recursion down the rows, helper functions and constants after the function
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    if stride is None:
        stride = tuple(size)
    image = X.astype(np.float32)
    rows = cuts(X.shape[0], size[0], stride[0], padding)
    cols = cuts(X.shape[1], size[1], stride[1], padding)
    return np.array(lines(image, rows, cols, MODES[mode]), dtype=np.float32)


def lines(image, rows, cols, f):
    if len(rows) == 1:
        return [[f(image[rows[0], c]) for c in cols]]
    half = len(rows) // 2
    return lines(image, rows[:half], cols, f) + lines(image, rows[half:], cols, f)


def cuts(n, k, s, padding):
    if padding == 'valid':
        return [slice(i, i + k) for i in range(0, n - k + 1, s)]
    o = -(-n // s)
    p = max((o - 1) * s + k - n, 0) // 2
    return [slice(max(i * s - p, 0), i * s - p + k) for i in range(o)]


MODES = {'max': np.max, 'avg': np.mean}
