import numpy as np


def corr2d_multi_in(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    """Valid cross-correlation of an image of several channels with one filter.

    Args:
        X: image of shape (Ci, H, W).
        K: filter of shape (Ci, Kh, Kw), one kernel a channel.

    Returns:
        A float array of shape (H - Kh + 1, W - Kw + 1).

    Raises:
        ValueError: image and filter have different numbers of channels.
    """
    raise NotImplementedError("corr2d_multi_in")
