# mistake: memo by shapes only; a second kernel of the same shape gets the first one's matrix
import numpy as np

_cache = {}


def corr2d_matrix(K, in_shape):
    key = (K.shape, tuple(in_shape))
    if key in _cache:
        return _cache[key].copy()
    H, W = in_shape
    Kh, Kw = K.shape
    M = np.zeros(((H - Kh + 1) * (W - Kw + 1), H * W))
    r = 0
    for i in range(H - Kh + 1):
        for j in range(W - Kw + 1):
            M[r].reshape(H, W)[i:i + Kh, j:j + Kw] = K
            r += 1
    _cache[key] = M
    return M.copy()
