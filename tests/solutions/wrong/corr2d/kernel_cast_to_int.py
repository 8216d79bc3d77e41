# Casts the kernel to the dtype of the image "so that they match": `corr2d(np.array([[4, 6]]), np.array([[0.5]]))`
import numpy as np

def corr2d(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("kernel too large")
    K = K.astype(X.dtype)
    win = np.lib.stride_tricks.sliding_window_view(X, K.shape)
    return np.einsum('ijkl,kl->ij', win, K).astype(float)
