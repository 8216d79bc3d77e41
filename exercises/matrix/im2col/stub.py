import numpy as np


def im2col(X: np.ndarray, kernel: tuple[int, int], stride: int = 1) -> np.ndarray:
    """The patches of an image that a kernel sees, each flattened to a row.

    Args:
        X: image of shape (Ci, H, W).
        kernel: height and width (Kh, Kw) of a patch, which fits into the image.
        stride: distance between neighbouring patches, down and across.

    Returns:
        An array of shape (Ho * Wo, Ci * Kh * Kw), patches ordered row by row, the entries of each by channel, row and column.
    """
    raise NotImplementedError("im2col")
