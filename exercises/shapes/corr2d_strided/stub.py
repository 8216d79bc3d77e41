import numpy as np


def corr2d_strided(X: np.ndarray, K: np.ndarray, stride: tuple[int, int]) -> np.ndarray:
    """Valid 2-D cross-correlation with a stride, no flip.

    Args:
        X: image of shape (H, W).
        K: kernel of shape (Kh, Kw), which fits into the image.
        stride: rows and columns (sh, sw) between neighbouring windows.

    Returns:
        A float array of shape ((H - Kh) // sh + 1, (W - Kw) // sw + 1).
    """
    raise NotImplementedError("corr2d_strided")
