import numpy as np


def pool_nhwc(x: np.ndarray, size: int, mode: str = "max") -> np.ndarray:
    """Maximum or average pooling of every channel of every image on its own; the stride is the size.

    Args:
        x: batch of shape (N, H, W, C).
        size: height and width of a block, at most H and W.
        mode: "max" or "avg".

    Returns:
        A float array of shape (N, H // size, W // size, C).
    """
    raise NotImplementedError("pool_nhwc")
