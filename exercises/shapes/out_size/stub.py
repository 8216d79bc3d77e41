def out_size(n: int, k: int, p: int = 0, s: int = 1, d: int = 1) -> int:
    """The number of places of a window on a padded axis.

    Args:
        n: length of the axis.
        k: number of taps of the window.
        p: zeros added on each side.
        s: stride, the distance between neighbouring places.
        d: dilation, the distance between neighbouring taps; the window spans d * (k - 1) + 1.

    Returns:
        The number of places, an int.

    Raises:
        ValueError: the window spans more than the padded axis.
    """
    raise NotImplementedError("out_size")
