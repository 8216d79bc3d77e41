import numpy as np


def pool2d(X: np.ndarray, pool_size: tuple[int, int], mode: str = "max") -> np.ndarray:
    """Maximum or average pooling, stride 1, no padding.

    Args:
        X: image of shape (H, W).
        pool_size: height and width (ph, pw) of the window.
        mode: "max" or "avg".

    Returns:
        A float array of shape (H - ph + 1, W - pw + 1).

    Raises:
        ValueError: the window is taller or wider than the image, or the mode is neither of the two.
    """
    raise NotImplementedError("pool2d")
