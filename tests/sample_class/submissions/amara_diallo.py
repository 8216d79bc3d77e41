"""CNN exercises -- Amara Diallo

Plan: write im2col once, everything else is a matrix product on top of it.
"""

from __future__ import annotations
from typing import NamedTuple
import numpy as np


class Axis(NamedTuple):
    """One axis of a sliding window: how many places, how many zeros in front and behind."""
    places: int
    before: int
    after: int


def plan(n: int, k: int, s: int = 1, padding: str = "valid") -> Axis:
    if padding == "valid":
        if k > n:
            raise ValueError(f"a window of {k} does not fit into {n}")
        return Axis((n - k) // s + 1, 0, 0)
    if padding == "full":
        return Axis((n + k - 2) // s + 1, k - 1, k - 1)
    if padding == "same":
        places = 1 + (n - 1) // s
        short = max((places - 1) * s + k - n, 0)
        return Axis(places, short // 2, short - short // 2)
    raise ValueError(f"padding must be valid, same or full and not {padding!r}")


def index(places: int, k: int, s: int) -> np.ndarray:
    """Row i: the entries that window i covers."""
    return s * np.arange(places)[:, np.newaxis] + np.arange(k)[np.newaxis, :]


def patches(X, kernel, stride=(1, 1)):
    """(C, H, W) -> (Ho, Wo, C, Kh, Kw), by fancy indexing"""
    rows = index(plan(X.shape[1], kernel[0], stride[0]).places, kernel[0], stride[0])
    cols = index(plan(X.shape[2], kernel[1], stride[1]).places, kernel[1], stride[1])
    picked = X[:, rows[:, None, :, None], cols[None, :, None, :]]
    return np.moveaxis(picked, 0, 2)


def im2col(X, kernel, stride=1):
    P = patches(X, kernel, (stride, stride))
    ho, wo = P.shape[:2]
    return P.reshape(ho * wo, -1)


def corr2d_multi_in_out(X, K):
    P = patches(X, K.shape[2:])
    ho, wo, *rest = P.shape
    flat = P.reshape(ho * wo, -1).astype(float) @ K.reshape(len(K), -1).T
    return flat.T.reshape(len(K), ho, wo)


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("image and filter do not have the same channels")
    return corr2d_multi_in_out(X, K[None])[0]


def corr2d(X, K):
    return corr2d_multi_in(X[None], K[None])


def corr2d_multi_in_out_1x1(X, K):
    return corr2d_multi_in_out(X, K)


def corr2d_strided(X, K, stride):
    P = patches(X[None].astype(float), K.shape, stride)
    return (P[:, :, 0] * K).sum(axis=(-1, -2))


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    rows = plan(x.shape[1], k.shape[0], stride[0], padding)
    cols = plan(x.shape[2], k.shape[1], stride[1], padding)
    padded = np.pad(x.astype(float), ((0, 0), rows[1:], cols[1:], (0, 0)))
    kernels = k.transpose(2, 0, 1, 3).reshape(-1, k.shape[3])      # (c, a, d) like the columns of im2col
    out = []
    for image in padded.transpose(0, 3, 1, 2):
        P = patches(image, k.shape[:2], stride)
        P = P[:rows.places, :cols.places]
        out.append(P.reshape(rows.places, cols.places, -1) @ kernels + b)
    return np.stack(out)


# ------------------------------------------------------------------ shapes


def conv_shape(in_shape, kernel, stride=(1, 1), padding="valid"):
    return tuple(plan(n, k, s, padding).places for n, k, s in zip(in_shape, kernel, stride))


def out_size(n, k, p=0, s=1, d=1):
    return plan(n + 2 * p, d * (k - 1) + 1, s).places


def same_pads(n, k, s=1, d=1):
    return tuple(plan(n, d * (k - 1) + 1, s, "same")[1:])


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    assert ci % groups == 0 and co % groups == 0
    weights = groups * (ci // groups) * (co // groups) * kh * kw
    return weights + co * bool(bias)


def trace_shapes(in_shape, layers):
    def after(shape, *, type, filters=None, kernel=None, size=None, stride=None, padding=0, units=None):
        if type == "flatten":
            return (int(np.prod(shape)),)
        if type == "dense":
            return (units,)
        h, w, c = shape
        if type == "conv":
            stride = stride or 1
            return out_size(h, kernel, padding, stride), out_size(w, kernel, padding, stride), filters
        stride = stride or size
        return out_size(h, size, padding, stride), out_size(w, size, padding, stride), c

    shapes = [tuple(in_shape)]
    for layer in layers:
        shapes.append(after(shapes[-1], **layer))
    return shapes[1:]


# ------------------------------------------------------------------ pooling


def pool2d(X, pool_size, mode="max"):
    if mode not in ("max", "avg"):
        raise ValueError(f"mode {mode!r}")
    P = patches(X[None].astype(float), pool_size)
    return getattr(P, {"max": "max", "avg": "mean"}[mode])(axis=(2, 3, 4))


def pool_nhwc(x, size, mode="max"):
    n, h, w, c = x.shape
    P = [patches(image, (size, size), (size, size)) for image in x.transpose(0, 3, 1, 2)]
    P = np.stack(P).astype(float)
    return P.max(axis=(4, 5)) if mode == "max" else P.mean(axis=(4, 5))


def pool(X, size, stride=None, padding="valid", mode="max"):
    stride = size if stride is None else stride
    rows, cols = (plan(n, k, s, padding) for n, k, s in zip(X.shape, size, stride))
    big = np.full((X.shape[0] + rows.before + rows.after, X.shape[1] + cols.before + cols.after), np.nan)
    big[rows.before:rows.before + X.shape[0], cols.before:cols.before + X.shape[1]] = X
    P = patches(big[None], size, stride)
    f = np.nanmax if mode == "max" else np.nanmean
    return f(P, axis=(2, 3, 4))


# ------------------------------------------------------------------ matrices


def toeplitz_1d(k, n):
    m = plan(n, len(k)).places
    T = np.zeros((m, n))
    np.put_along_axis(T, index(m, len(k), 1), np.tile(k, (m, 1)).astype(float), axis=1)
    return T


def corr2d_matrix(K, in_shape):
    h, w = in_shape
    where = im2col(np.arange(h * w).reshape(1, h, w), K.shape)     # which pixel is under which weight
    M = np.zeros((len(where), h * w))
    M[np.arange(len(where))[:, None], where] = K.ravel()
    return M


def dense_equivalent_stats(in_shape, kernel):
    rows = plan(in_shape[0], kernel[0]).places * plan(in_shape[1], kernel[1]).places
    cols = in_shape[0] * in_shape[1]
    each = kernel[0] * kernel[1]
    return {"rows": rows, "cols": cols, "entries": rows * cols, "nonzeros": rows * each,
            "zeros": rows * (cols - each), "distinct": each}


if __name__ == "__main__":
    print(im2col(np.arange(1, 7).reshape(1, 2, 3), (2, 2)))
    print(corr2d_matrix(np.array([[1, 2], [3, 4]]), (2, 3)))
