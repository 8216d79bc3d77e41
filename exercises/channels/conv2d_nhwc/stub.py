import numpy as np


def conv2d_nhwc(x: np.ndarray, k: np.ndarray, b: np.ndarray, stride: tuple[int, int] = (1, 1), padding: str = "valid") -> np.ndarray:
    """A convolutional layer as Keras has it.

    Args:
        x: batch of images of shape (N, H, W, Ci).
        k: filters of shape (Kh, Kw, Ci, Co).
        b: biases of shape (Co,).
        stride: rows and columns (sh, sw) that the window moves.
        padding: "valid" or "same", as in TensorFlow.

    Returns:
        A float array of shape (N, Ho, Wo, Co).
    """
    raise NotImplementedError("conv2d_nhwc")
