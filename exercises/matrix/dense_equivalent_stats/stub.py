def dense_equivalent_stats(in_shape: tuple[int, int], kernel: tuple[int, int]) -> dict[str, int]:
    """Counts on the weight matrix of the dense layer that does what a valid cross-correlation does.

    Args:
        in_shape: height and width (H, W) of the image.
        kernel: height and width (Kh, Kw) of the kernel, which fits into the image.

    Returns:
        A dict with the keys "rows", "cols", "entries", "nonzeros", "zeros" and "distinct", each with an int.
    """
    raise NotImplementedError("dense_equivalent_stats")
