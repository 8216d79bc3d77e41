# Camille Dubois — les tableaux sont rendus comme listes de listes
import numpy as np


def corr2d(X, K):
    if len(K) > len(X) or len(K[0]) > len(X[0]):
        raise ValueError("noyau trop grand")
    resultat = []
    for i in range(len(X) - len(K) + 1):
        ligne = []
        for j in range(len(X[0]) - len(K[0]) + 1):
            somme = 0.0
            for a, rangee in enumerate(K):
                for b, poids in enumerate(rangee):
                    somme += float(poids) * float(X[i + a][j + b])
            ligne.append(somme)
        resultat.append(ligne)
    return resultat


def corr2d_multi_in(X, K):
    # numpy leve ValueError tout seul si les canaux ne vont pas ensemble
    X, K = X.astype(float), K.astype(float)
    h, w = K.shape[1:]
    return [[float(np.sum(X[:, i:i + h, j:j + w] * K)) for j in range(X.shape[2] - w + 1)]
            for i in range(X.shape[1] - h + 1)]


def corr2d_multi_in_out(X, K):
    return [corr2d_multi_in(X, filtre) for filtre in K]


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    n, h, w, ci = x.shape
    kh, kw, _, co = k.shape
    if padding == 'same':
        oh, ow = (h + stride[0] - 1) // stride[0], (w + stride[1] - 1) // stride[1]
        dh = max((oh - 1) * stride[0] + kh - h, 0)
        dw = max((ow - 1) * stride[1] + kw - w, 0)
        x = np.pad(x, [(0, 0), (dh // 2, dh - dh // 2), (dw // 2, dw - dw // 2), (0, 0)])
    else:
        oh, ow = (h - kh) // stride[0] + 1, (w - kw) // stride[1] + 1
    y = np.zeros((n, oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            morceau = x[:, i * stride[0]:i * stride[0] + kh, j * stride[1]:j * stride[1] + kw, :]
            y[:, i, j, :] = morceau.reshape(n, -1).astype(float) @ k.reshape(-1, co)
    return y


def same_pads(n, k, s=1, d=1):
    total = max((n - 1) // s * s + d * (k - 1) + 1 - n, 0)
    return [total // 2, total - total // 2]


def dense_equivalent_stats(in_shape, kernel):
    places = np.subtract(in_shape, kernel) + 1
    rows, cols, poids = int(places.prod()), int(np.prod(in_shape)), int(np.prod(kernel))
    return {'zeros': rows * (cols - poids), 'nonzeros': rows * poids, 'distinct': poids,
            'rows': rows, 'cols': cols, 'entries': rows * cols}


def pool2d(X, pool_size, mode='max'):
    h, w = pool_size
    if h > len(X) or w > len(X[0]):
        raise ValueError("fenetre trop grande")
    if mode == 'max':
        f = max
    elif mode == 'avg':
        f = lambda v: sum(v) / len(v)
    else:
        raise ValueError("mode inconnu")
    return [[f([float(X[i + a][j + b]) for a in range(h) for b in range(w)])
             for j in range(len(X[0]) - w + 1)] for i in range(len(X) - h + 1)]


def trace_shapes(in_shape, layers):
    formes = []
    forme = list(in_shape)
    for couche in layers:
        if couche['type'] in ('conv', 'pool'):
            k = couche.get('kernel', couche.get('size'))
            s = couche.get('stride', k if couche['type'] == 'pool' else 1)
            p = couche.get('padding', 0)
            forme = [(forme[0] - k + 2 * p) // s + 1, (forme[1] - k + 2 * p) // s + 1, couche.get('filters', forme[2])]
        elif couche['type'] == 'flatten':
            forme = [int(np.prod(forme))]
        else:
            forme = [couche['units']]
        formes.append(forme)
    return formes
