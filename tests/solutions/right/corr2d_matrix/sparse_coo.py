# style: scipy.sparse coo triples from generators, toarray
import numpy as np
from scipy.sparse import coo_matrix


def triples(K, H, W):
    Kh, Kw = K.shape
    Wo = W - Kw + 1
    for row in range((H - Kh + 1) * Wo):
        i, j = divmod(row, Wo)
        for (a, b), w in np.ndenumerate(K):
            yield row, (i + a) * W + j + b, float(w)


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    r, c, v = zip(*triples(K, H, W))
    shape = ((H - K.shape[0] + 1) * (W - K.shape[1] + 1), H * W)
    return coo_matrix((v, (r, c)), shape=shape).toarray()
