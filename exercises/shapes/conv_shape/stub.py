def conv_shape(in_shape: tuple[int, int], kernel: tuple[int, int], stride: tuple[int, int] = (1, 1), padding: str = "valid") -> tuple[int, int]:
    """Height and width of what a convolution gives.

    Args:
        in_shape: height and width (H, W) of the image.
        kernel: height and width (Kh, Kw) of the kernel.
        stride: rows and columns (sh, sw) between neighbouring places.
        padding: "valid" (none), "same" (as in TensorFlow) or "full" (one less than the kernel on each side).

    Returns:
        Height and width (Ho, Wo), two ints.

    Raises:
        ValueError: the padding is "valid" and the kernel taller or wider than the image, or the padding is none of the three.
    """
    raise NotImplementedError("conv_shape")
