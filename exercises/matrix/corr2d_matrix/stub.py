import numpy as np


def corr2d_matrix(K: np.ndarray, in_shape: tuple[int, int]) -> np.ndarray:
    """The matrix of the valid cross-correlation of an image with a kernel, stride 1, no flip.

    Args:
        K: kernel of shape (Kh, Kw).
        in_shape: height and width (H, W) of the image; the kernel fits into it.

    Returns:
        A dense float array M of shape ((H - Kh + 1) * (W - Kw + 1), H * W): M @ X.ravel() is the cross-correlation of X with K,
        flattened row by row.
    """
    raise NotImplementedError("corr2d_matrix")
