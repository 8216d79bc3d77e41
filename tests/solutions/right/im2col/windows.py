# style: sliding_window_view, transpose, reshape
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def im2col(X: np.ndarray, kernel: tuple[int, int], stride: int = 1) -> np.ndarray:
    win = sliding_window_view(X, tuple(kernel), axis=(1, 2))[:, ::stride, ::stride]   # Ci, Ho, Wo, Kh, Kw
    ci, ho, wo, kh, kw = win.shape
    return win.transpose(1, 2, 0, 3, 4).reshape(ho * wo, ci * kh * kw)
