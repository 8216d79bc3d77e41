def same_pads(n: int, k: int, s: int = 1, d: int = 1) -> tuple[int, int]:
    """The zeros that SAME padding, as in TensorFlow, puts before and after an axis.

    Args:
        n: length of the axis.
        k: number of taps of the window.
        s: stride, the distance between neighbouring places.
        d: dilation, the distance between neighbouring taps; the window spans d * (k - 1) + 1.

    Returns:
        The zeros (before, after), two ints; the odd one comes after.
    """
    raise NotImplementedError("same_pads")
