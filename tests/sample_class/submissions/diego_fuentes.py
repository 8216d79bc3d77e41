# -*- coding: utf-8 -*-
# Diego Fuentes - Visión por computador, práctica 2
# (todo vectorizado: ventanas + einsum, sin bucles sobre píxeles)
import math
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as ventanas


def _comprueba(tamaño, forma):
    for t, f, eje in zip(tamaño, forma, ("filas", "columnas")):
        if t > f:
            raise ValueError(f"{eje}: {t} no cabe en {f}")


def _relleno(n, k, s):
    salida = math.ceil(n / s)
    total = max(0, (salida - 1) * s + k - n)
    return total >> 1, total - (total >> 1)


# ---- canales -------------------------------------------------------

def corr2d(X, K):
    _comprueba(K.shape, X.shape)
    return np.einsum('ijab,ab', ventanas(X.astype(float), K.shape), K)


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("canales: %d y %d" % (X.shape[0], K.shape[0]))
    v = ventanas(X.astype(float), K.shape[1:], axis=(1, 2))
    return np.einsum('cijab,cab->ij', v, K)


def corr2d_multi_in_out(X, K):
    v = ventanas(X.astype(float), K.shape[2:], axis=(1, 2))
    return np.einsum('cijab,ocab->oij', v, K)


def corr2d_multi_in_out_1x1(X, K):
    return np.einsum('chw,ocab->ohw', X.astype(float), K)


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    x = x.astype(float)
    if padding == 'same':
        x = np.pad(x, ((0, 0), _relleno(x.shape[1], k.shape[0], stride[0]),
                       _relleno(x.shape[2], k.shape[1], stride[1]), (0, 0)))
    v = ventanas(x, k.shape[:2], axis=(1, 2))[:, ::stride[0], ::stride[1]]
    return np.einsum('nijcad,adco->nijo', v, k) + b


# ---- tamaños -------------------------------------------------------

def conv_params(ci, co, kh, kw, groups=1, bias=True):
    return sum(ci // groups * kh * kw + bias for _ in range(co))


def out_size(n, k, p=0, s=1, d=1):
    hueco = n + 2 * p - (d * (k - 1) + 1)
    if hueco < 0:
        raise ValueError(f"sobran {-hueco} celdas de ventana")
    return math.floor(hueco / s + 1)


def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if padding == 'valid':
        _comprueba(kernel, in_shape)
        f = lambda n, k, s: (n - k) // s + 1
    elif padding == 'same':
        f = lambda n, k, s: math.ceil(n / s)
    elif padding == 'full':
        f = lambda n, k, s: (n + 2 * (k - 1) - k) // s + 1
    else:
        raise ValueError(padding)
    return f(in_shape[0], kernel[0], stride[0]), f(in_shape[1], kernel[1], stride[1])


def corr2d_strided(X, K, stride):
    # en diagonal [::sh, ::sw] no se copia nada
    return np.einsum('ijab,ab->ij', ventanas(X, K.shape)[::stride[0], ::stride[1]].astype(float), K)


def same_pads(n, k, s=1, d=1):
    return _relleno(n, d * (k - 1) + 1, s)


def trace_shapes(in_shape, layers):
    def conv(forma, filters, kernel, stride=1, padding=0):
        return (out_size(forma[0], kernel, padding, stride), out_size(forma[1], kernel, padding, stride), filters)

    def pool(forma, size, stride=None, padding=0):
        return conv(forma, forma[2], size, size if stride is None else stride, padding)

    def flatten(forma):
        return (math.prod(forma),)

    def dense(forma, units):
        return (units,)

    tabla = {'conv': conv, 'pool': pool, 'flatten': flatten, 'dense': dense}
    salida, forma = [], tuple(in_shape)
    for capa in layers:
        opciones = {k: v for k, v in capa.items() if k != 'type'}
        forma = tabla[capa['type']](forma, **opciones)
        salida.append(forma)
    return salida


# ---- pooling -------------------------------------------------------

def pool2d(X, pool_size, mode='max'):
    if mode not in ('max', 'avg'):
        raise ValueError(f"mode = {mode!r}: solo 'max' o 'avg'")
    _comprueba(pool_size, X.shape)
    v = ventanas(X.astype(float), pool_size)
    return np.amax(v, axis=(-2, -1)) if mode == 'max' else np.average(v, axis=(-2, -1))


def pool_nhwc(x, size, mode='max'):
    v = ventanas(x, (size, size), axis=(1, 2))[:, ::size, ::size].astype(float)
    return {'max': v.max, 'avg': v.mean}[mode](axis=(4, 5))


def pool(X, size, stride=None, padding='valid', mode='max'):
    sh, sw = stride or size
    M = np.ma.array(X.astype(float), mask=np.zeros(X.shape, bool))
    if padding == 'same':
        rh, rw = _relleno(X.shape[0], size[0], sh), _relleno(X.shape[1], size[1], sw)
        M = np.ma.array(np.pad(X.astype(float), (rh, rw)),
                        mask=np.pad(np.zeros(X.shape, bool), (rh, rw), constant_values=True))
    v = np.ma.array(ventanas(M.data, size)[::sh, ::sw], mask=ventanas(M.mask, size)[::sh, ::sw])
    r = v.max(axis=(2, 3)) if mode == 'max' else v.mean(axis=(2, 3))
    return np.asarray(r.filled(np.nan), dtype=float)


# ---- matrices ------------------------------------------------------

def dense_equivalent_stats(in_shape, kernel):
    filas = math.prod(n - k + 1 for n, k in zip(in_shape, kernel))
    cols, pesos = math.prod(in_shape), math.prod(kernel)
    return dict(rows=filas, cols=cols, entries=filas * cols, nonzeros=filas * pesos,
                zeros=filas * cols - filas * pesos, distinct=pesos)


def toeplitz_1d(k, n):
    m = k.shape[0]
    _comprueba((m,), (n,))
    i = np.arange(n - m + 1)[:, None]
    a = np.arange(n)[None, :] - i
    return np.where((a >= 0) & (a < m), k[np.clip(a, 0, m - 1)], 0).astype(float)


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    i, j, r, c = np.ogrid[:H - K.shape[0] + 1, :W - K.shape[1] + 1, :H, :W]
    a, b = np.broadcast_arrays(r - i, c - j)[0], np.broadcast_arrays(c - j, r - i)[0]
    dentro = (a >= 0) & (a < K.shape[0]) & (b >= 0) & (b < K.shape[1])
    M = np.zeros(dentro.shape)
    M[dentro] = K[a[dentro], b[dentro]]
    return M.reshape(-1, H * W)


def im2col(X, kernel, stride=1):
    v = ventanas(X, kernel, axis=(1, 2))[:, ::stride, ::stride]
    return v.transpose(1, 2, 0, 3, 4).reshape(v.shape[1] * v.shape[2], -1)


x = np.arange(1, 13).reshape(1, 3, 4, 1)
k = np.array([[1, 2], [3, 4]]).reshape(2, 2, 1, 1)
print(conv2d_nhwc(x, k, np.array([10]), (1, 2), 'same')[0, ..., 0])
