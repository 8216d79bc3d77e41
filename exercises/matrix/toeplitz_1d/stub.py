import numpy as np


def toeplitz_1d(k: np.ndarray, n: int) -> np.ndarray:
    """The matrix of the valid cross-correlation of a signal with a kernel, stride 1, no flip.

    Args:
        k: kernel of shape (Kn,).
        n: length of the signal.

    Returns:
        A dense float array T of shape (n - Kn + 1, n): T @ x is the cross-correlation of x with k.

    Raises:
        ValueError: the kernel is longer than the signal.
    """
    raise NotImplementedError("toeplitz_1d")
