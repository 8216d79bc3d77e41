# style: sliding windows over an image of pixel numbers, np.put_along_axis
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def corr2d_matrix(K, in_shape):
    numbers = np.arange(in_shape[0] * in_shape[1]).reshape(in_shape)
    idx = sliding_window_view(numbers, K.shape).reshape(-1, K.size)
    M = np.zeros((len(idx), numbers.size))
    np.put_along_axis(M, idx, np.broadcast_to(K.ravel().astype(float), idx.shape), axis=1)
    return M
