# Returns the ValueError object where it should raise it: `corr2d(np.ones((2, 2)), np.ones((3, 2)))`
import numpy as np

def corr2d(X, K):
    if (np.array(K.shape) > np.array(X.shape)).any():
        return ValueError("kernel larger than image")
    v = np.lib.stride_tricks.sliding_window_view(X, K.shape)
    return np.tensordot(v, K, axes=2) * 1.0
