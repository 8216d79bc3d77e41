# Viktor Novák, cvičení 5
import numpy as np
from scipy import linalg, signal, sparse


def corr2d(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("jádro je větší než obrázek")
    # scipy už to umí
    return signal.convolve2d(X.astype(float), K.astype(float), mode="valid")


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("počet kanálů nesouhlasí")
    return sum(corr2d(x, k) for x, k in zip(X, K))


def corr2d_multi_in_out(X, K):
    return np.stack([corr2d_multi_in(X, k) for k in K])


def corr2d_multi_in_out_1x1(X, K):
    return np.tensordot(K[:, :, 0, 0].astype(float), X, axes=([1], [0]))


def corr2d_strided(X, K, stride):
    Y = signal.correlate2d(X.astype(float), K.astype(float), mode="valid")
    return Y[::stride[0], ::stride[1]]


def toeplitz_1d(k, n):
    m = n - k.size + 1
    if m < 1:
        raise ValueError("jádro je delší než signál")
    column = np.zeros(m)
    column[0] = k[0]
    return linalg.toeplitz(column, np.concatenate([k, np.zeros(n - k.size)]))


def corr2d_matrix(K, in_shape):
    # řídká matice, plná by byla zbytečně velká
    H, W = in_shape
    h, w = K.shape
    M = sparse.lil_matrix(((H - h + 1) * (W - w + 1), H * W))
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            for a in range(h):
                for b in range(w):
                    M[i * (W - w + 1) + j, (i + a) * W + j + b] = K[a, b]
    return M.tocsr()


def dense_equivalent_stats(in_shape, kernel):
    a, b = in_shape
    c, d = kernel
    rows, cols = (a - c + 1) * (b - d + 1), a * b
    return {"rows": rows, "cols": cols, "entries": rows * cols, "nonzeros": rows * c * d, "zeros": rows * cols - rows * c * d, "distinct": c * d}
