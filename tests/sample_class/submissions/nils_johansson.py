"""Övningar i faltning, Nils Johansson. Nested lists, no numpy inside the loops."""
from itertools import product
import numpy as np


class DoesNotFit(ValueError):
    pass


def check(ok, text="does not fit"):
    if not ok:
        raise DoesNotFit(text)


def corr2d(X, K):
    (H, W), (h, w) = X.shape, K.shape
    check(h <= H and w <= W)
    X, K = X.tolist(), K.tolist()
    return np.array([[sum(X[i + a][j + b] * K[a][b] for a in range(h) for b in range(w))
                      for j in range(W - w + 1)] for i in range(H - h + 1)], dtype=float)


def corr2d_strided(X, K, stride):
    (H, W), (h, w) = X.shape, K.shape
    X, K = X.tolist(), K.tolist()
    return np.array([[sum(X[i + a][j + b] * K[a][b] for a, b in product(range(h), range(w)))
                      for j in range(0, W - w + 1, stride[1])] for i in range(0, H - h + 1, stride[0])], dtype=float)


def corr2d_multi_in(X, K):
    check(len(X) == len(K), "different numbers of channels")
    return np.sum([corr2d(x, k) for x, k in zip(X, K)], axis=0)


def corr2d_multi_in_out(X, K):
    return np.array([corr2d_multi_in(X, k) for k in K])


def corr2d_multi_in_out_1x1(X, K):
    return np.array([[[sum(float(K[o, c, 0, 0]) * float(X[c, i, j]) for c in range(X.shape[0]))
                       for j in range(X.shape[2])] for i in range(X.shape[1])] for o in range(K.shape[0])])


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    N, H, W, C = x.shape
    h, w, _, O = k.shape
    up, left = (same_pads(H, h, stride[0])[0], same_pads(W, w, stride[1])[0]) if padding == "same" else (0, 0)
    Ho, Wo = conv_shape((H, W), (h, w), stride, padding)
    x, k = x.tolist(), k.tolist()

    def pixel(n, r, c, ch):
        return x[n][r][c][ch] if r in range(H) and c in range(W) else 0

    return np.array([[[[float(b[o]) + sum(pixel(n, i * stride[0] + a - up, j * stride[1] + d - left, c) * k[a][d][c][o]
                                          for a, d, c in product(range(h), range(w), range(C)))
                        for o in range(O)] for j in range(Wo)] for i in range(Ho)] for n in range(N)], float)


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    return co * ((ci // groups) * kh * kw + (1 if bias else 0))


def out_size(n, k, p=0, s=1, d=1):
    starts = range(-p, n + p - d * (k - 1), s)
    check(len(starts) > 0, "window longer than axis")
    return len(starts)


def same_pads(n, k, s=1, d=1):
    last = range(0, n, s)[-1]          # where the last place starts
    total = max(last + d * (k - 1) + 1 - n, 0)
    return total // 2, (total + 1) // 2


def conv_shape(in_shape, kernel, stride=(1, 1), padding="valid"):
    check(padding in {"valid", "same", "full"}, f"no such padding: {padding}")
    if padding == "same":
        return tuple([len(range(0, n, s)) for n, s in zip(in_shape, stride)])
    return tuple([out_size(n, k, k - 1 if padding == "full" else 0, s) for n, k, s in zip(in_shape, kernel, stride)])


def trace_shapes(in_shape, layers):
    if not layers:
        return []
    first, *rest = layers
    if first["type"] == "conv":
        s, p = first.get("stride", 1), first.get("padding", 0)
        now = (*[out_size(n, first["kernel"], p, s) for n in in_shape[:2]], first["filters"])
    elif first["type"] == "pool":
        s, p = first.get("stride", first["size"]), first.get("padding", 0)
        now = (*[out_size(n, first["size"], p, s) for n in in_shape[:2]], in_shape[2])
    elif first["type"] == "dense":
        now = (first["units"],)
    else:
        product_ = 1
        for n in in_shape:
            product_ *= n
        now = (product_,)
    return [now] + trace_shapes(now, rest)      # recursion :)


def mean(values):
    values = list(values)
    return sum(values) / len(values)


MODES = {"max": max, "avg": mean}


def pool2d(X, pool_size, mode="max"):
    check(mode in MODES, "mode?")
    (H, W), (h, w) = X.shape, pool_size
    check(h <= H and w <= W)
    X = X.tolist()
    return np.array([[MODES[mode]([v for row in X[i:i + h] for v in row[j:j + w]]) for j in range(W - w + 1)]
                     for i in range(H - h + 1)], dtype=float)


def pool_nhwc(x, size, mode="max"):
    N, H, W, C = x.shape
    x = x.tolist()
    return np.array([[[[MODES[mode](x[n][i * size + a][j * size + b][c] for a in range(size) for b in range(size))
                        for c in range(C)] for j in range(W // size)] for i in range(H // size)] for n in range(N)], dtype=float)


def pool(X, size, stride=None, padding="valid", mode="max"):
    stride = stride or size
    (H, W), (h, w), (sh, sw) = X.shape, size, stride
    up, left = (same_pads(H, h, sh)[0], same_pads(W, w, sw)[0]) if padding == "same" else (0, 0)
    Ho, Wo = conv_shape((H, W), size, stride, padding)
    X = X.tolist()

    def window(i, j):
        top, start = i * sh - up, j * sw - left
        rows = X[max(top, 0):top + h]
        return [v for row in rows for v in row[max(start, 0):start + w]]

    return np.array([[MODES[mode](window(i, j)) for j in range(Wo)] for i in range(Ho)], dtype=float)


def dense_equivalent_stats(in_shape, kernel):
    (H, W), (h, w) = in_shape, kernel
    rows, cols = (H - h + 1) * (W - w + 1), H * W
    nonzeros = sum(h * w for _ in range(rows))
    return {"rows": rows, "cols": cols, "entries": rows * cols, "nonzeros": nonzeros, "zeros": rows * cols - nonzeros, "distinct": h * w}


def toeplitz_1d(k, n):
    k = list(k)
    check(len(k) <= n, "kernel longer than signal")
    return np.array([[0] * i + k + [0] * (n - len(k) - i) for i in range(n - len(k) + 1)], dtype=float)


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    h, w = K.shape
    K = K.tolist()
    return np.array([[K[r - i][c - j] if 0 <= r - i < h and 0 <= c - j < w else 0 for r in range(H) for c in range(W)]
                     for i in range(H - h + 1) for j in range(W - w + 1)], dtype=float)


def im2col(X, kernel, stride=1):
    C, H, W = X.shape
    h, w = kernel
    # returned as a plain list of lists, numpy takes it anyway
    return [[float(X[c, i + a, j + b]) for c in range(C) for a in range(h) for b in range(w)]
            for i in range(0, H - h + 1, stride) for j in range(0, W - w + 1, stride)]
