"""طارق حسن  Tariq Hassan
lab sheet 7
"""
import numpy as np


def ValueErrorIf(wrong, text):
    if wrong:
        raise ValueError(text)


def corr2d(X, K):
    ValueErrorIf(any(K.shape[i] > X.shape[i] for i in range(2)), "kernel > image")
    Y = np.zeros([X.shape[i] - K.shape[i] + 1 for i in range(2)])
    for a in range(K.shape[0]):
        for b in range(K.shape[1]):
            Y += 1.0 * K[a, b] * X[a:a + Y.shape[0], b:b + Y.shape[1]]
    return Y


def im2col(X, kernel, stride=1):
    C, H, W = X.shape
    h, w = kernel
    rows = []
    i = 0
    while i <= H - h:
        j = 0
        while j <= W - w:
            patch = []
            for c in range(C):
                for a in range(h):
                    for b in range(w):
                        patch.append(X[c, i + a, j + b])
            if len(rows) == 0 or patch != rows[-1]:
                rows.append(patch)
                j += stride
        i += stride
    return np.array(rows, dtype=float)


def pool2d(X, pool_size, mode='max'):
    ValueErrorIf(mode not in ('max', 'avg'), "mode")
    ValueErrorIf(any(pool_size[i] > X.shape[i] for i in range(2)), "window > image")
    h, w = pool_size
    n, m = X.shape[0] - h + 1, X.shape[1] - w + 1
    shifted = np.array([X[a:a + n, b:b + m] for a in range(h) for b in range(w)], dtype=float)
    return shifted.max(0) if mode == 'max' else shifted.sum(0) / (h * w)


def pool(X, size, stride=None, padding='valid', mode='max'):
    stride = stride or size
    X = X.astype(float)
    if padding == 'same':
        for axis in (0, 1):
            n, k, s = X.shape[axis], size[axis], stride[axis]
            total = max((-(-n // s) - 1) * s + k - n, 0)
            widths = [(0, 0), (0, 0)]
            widths[axis] = (total // 2, total - total // 2)
            X = np.pad(X, widths, constant_values=-1e9 if mode == 'max' else 0)
    Y = np.zeros([(X.shape[i] - size[i]) // stride[i] + 1 for i in range(2)])
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i * stride[0]:i * stride[0] + size[0], j * stride[1]:j * stride[1] + size[1]]
            Y[i, j] = window.max() if mode == 'max' else window.sum() / (size[0] * size[1])
    return Y


def out_size(n, k, p=0, s=1, d=1):
    ValueErrorIf(d * (k - 1) + 1 > n + 2 * p, "window > axis")
    return (n + 2 * p - d * (k - 1) - 1) // s + 1


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    return co * kh * kw * ci // groups + co * bias


def toeplitz_1d(k, n):
    ValueErrorIf(len(k) > n, "kernel > signal")
    return np.array([np.concatenate((np.zeros(i), k, np.zeros(n - len(k) - i))) for i in range(n - len(k) + 1)])
