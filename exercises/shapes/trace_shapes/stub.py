def trace_shapes(in_shape: tuple[int, int, int], layers: list[dict]) -> list[tuple[int, ...]]:
    """The shape after every layer of a network.

    Args:
        in_shape: height, width and channels of the image.
        layers: dicts with the key "type" ("conv", "pool", "flatten" or "dense") and what belongs to it:
            conv: "filters", "kernel", and "stride" (1) and "padding" (0, on each side) where given;
            pool: "size", and "stride" (the size) and "padding" (0, on each side) where given;
            dense: "units".

    Returns:
        One tuple of ints a layer: (height, width, channels), or (entries,) after flatten and dense.
    """
    raise NotImplementedError("trace_shapes")
