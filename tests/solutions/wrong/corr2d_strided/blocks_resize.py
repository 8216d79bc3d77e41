# mistake: reshapes the image into blocks when stride equals the kernel's size, without cutting the rest; np.resize wraps where the image is not a multiple
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def corr2d_strided(X, K, stride):
    Kh, Kw = K.shape
    X = X.astype(float)
    if tuple(stride) == (Kh, Kw):
        # non-overlapping: just cut into blocks
        Ho, Wo = X.shape[0] // Kh, X.shape[1] // Kw
        blocks = np.resize(X, (Ho, Kh, Wo, Kw))
        return np.einsum('iajb,ab->ij', blocks, K.astype(float))
    w = sliding_window_view(X, K.shape)[::stride[0], ::stride[1]]
    return (w * K).sum((2, 3))
