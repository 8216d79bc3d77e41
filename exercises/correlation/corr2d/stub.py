import numpy as np


def corr2d(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    """Valid 2-D cross-correlation, stride 1, no flip.

    Args:
        X: image of shape (H, W).
        K: kernel of shape (Kh, Kw).

    Returns:
        A float array of shape (H - Kh + 1, W - Kw + 1).

    Raises:
        ValueError: the kernel is taller or wider than the image.
    """
    raise NotImplementedError("corr2d")
