# mistake: einsum sums X[a, b] * K[b, a]; right for symmetric kernels only, a crash for kernels that are not square
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def corr2d_strided(X, K, stride):
    w = sliding_window_view(np.asarray(X, float), K.shape)[::stride[0], ::stride[1]]
    return np.einsum('ijab,ba->ij', w, np.asarray(K, float))
