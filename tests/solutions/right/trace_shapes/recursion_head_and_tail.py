def trace_shapes(in_shape, layers):
    if not layers:
        return []
    head, *tail = layers
    kind = head["type"]
    if kind == "flatten":
        new = (in_shape[0] * in_shape[1] * in_shape[2],) if len(in_shape) == 3 else tuple(in_shape)
    elif kind == "dense":
        new = (head["units"],)
    else:
        k = head["kernel"] if kind == "conv" else head["size"]
        s = head.get("stride", 1 if kind == "conv" else k)
        p = head.get("padding", 0)
        H, W, C = in_shape
        H, W = (H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1
        if H < 1 or W < 1:
            raise ValueError(f"{kind} window does not fit into {in_shape}")
        new = (H, W, head["filters"] if kind == "conv" else C)
    return [new] + trace_shapes(new, tail)
