# Mateo Silva, guía 6
import numpy as np


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    pesos = (co, ci // groups, kh, kw)     # la forma que tienen en PyTorch
    total = 1
    for n in pesos:
        total *= n
    return total + (co if bias else 0)


def toeplitz_1d(k, n):
    if len(k) > n:
        raise ValueError("el kernel es más largo que la señal")
    # matriz grande para cualquier señal, al final se recorta
    N = 1000000
    T = np.zeros((N, N))
    for i in range(n - len(k) + 1):
        T[i, i:i + len(k)] = k
    return T[:n - len(k) + 1, :n]


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Ho, Wo = H - K.shape[0] + 1, W - K.shape[1] + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(K.shape[0]):
                for b in range(K.shape[1]):
                    M[i * Wo + j, (i + a) * Wo + (j + b)] = K[a, b]
    return M


def dense_equivalent_stats(in_shape, kernel):
    filas = (in_shape[0] - kernel[0] + 1) * (in_shape[1] - kernel[1] + 1)
    columnas = in_shape[0] * in_shape[1]
    r = {}
    r["rows"] = filas
    r["cols"] = columnas
    r["entries"] = filas * columnas
    r["nonzeros"] = filas * kernel[0] * kernel[1]
    r["zeros"] = r["entries"] - r["nonzeros"]
    r["distinct"] = kernel[0] * kernel[1]
    return r


def im2col(X, kernel, stride=1):
    Ho = (X.shape[1] - kernel[0]) // stride + 1
    Wo = (X.shape[2] - kernel[1]) // stride + 1
    filas = np.zeros((Ho * Wo, X.shape[0] * kernel[0] * kernel[1]))
    n = 0
    for i in range(Ho):
        for j in range(Wo):
            filas[n] = X[:, i * stride:i * stride + kernel[0], j * stride:j * stride + kernel[1]].reshape(-1)
            n += 1
    return filas


def corr2d(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("el kernel no cabe")
    filas = im2col(X[None, :, :], K.shape)
    return (filas @ K.ravel()).reshape(X.shape[0] - K.shape[0] + 1, -1)


print(corr2d(np.arange(9).reshape(3, 3), np.arange(4).reshape(2, 2)))
print(dense_equivalent_stats((4, 4), (3, 3)))
