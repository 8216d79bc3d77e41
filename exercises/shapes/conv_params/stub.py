def conv_params(ci: int, co: int, kh: int, kw: int, groups: int = 1, bias: bool = True) -> int:
    """The number of parameters of a convolutional layer.

    Args:
        ci: input channels.
        co: filters, that is output channels.
        kh: height of the kernel.
        kw: width of the kernel.
        groups: groups of channels; it divides ci and co.
        bias: whether each filter has a bias.

    Returns:
        The number of parameters, an int.
    """
    raise NotImplementedError("conv_params")
