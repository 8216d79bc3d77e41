import numpy as np


def pool(
    X: np.ndarray,
    size: tuple[int, int],
    stride: tuple[int, int] | None = None,
    padding: str = "valid",
    mode: str = "max",
) -> np.ndarray:
    """Maximum or average pooling with a stride, of windows that fit or with padding that does not take part.

    Args:
        X: image of shape (H, W).
        size: height and width (ph, pw) of the window.
        stride: steps (sh, sw) down and across; None means the size.
        padding: "valid" (only windows inside the image) or "same" (TensorFlow's padding).
        mode: "max" or "avg".

    Returns:
        A float array of shape ((H - ph) // sh + 1, (W - pw) // sw + 1) if valid, (ceil(H / sh), ceil(W / sw)) if same.
    """
    raise NotImplementedError("pool")
