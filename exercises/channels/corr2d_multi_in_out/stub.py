import numpy as np


def corr2d_multi_in_out(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    """Valid cross-correlation of an image of several channels with several filters.

    Args:
        X: image of shape (Ci, H, W).
        K: filters of shape (Co, Ci, Kh, Kw).

    Returns:
        A float array of shape (Co, H - Kh + 1, W - Kw + 1), one map a filter.
    """
    raise NotImplementedError("corr2d_multi_in_out")
