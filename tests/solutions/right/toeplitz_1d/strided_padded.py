# style: windows over the reversed, zero-padded kernel (as_strided / sliding_window_view), copied; the kernel itself is not flipped
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def toeplitz_1d(k, n):
    m = n - k.size + 1
    if m <= 0:
        raise ValueError('kernel does not fit')
    padded = np.zeros(n + m - 1)
    padded[m - 1:m - 1 + k.size] = k
    return sliding_window_view(padded, n)[::-1].copy()
