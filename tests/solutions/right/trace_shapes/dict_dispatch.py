from math import prod


def _slide(n, k, s, p):
    if k > n + 2 * p:
        raise ValueError(f"window {k} > padded axis {n + 2 * p}")
    return (n + 2 * p - k) // s + 1


def _conv(shape, L):
    k, s, p = L["kernel"], L.get("stride", 1), L.get("padding", 0)
    return (_slide(shape[0], k, s, p), _slide(shape[1], k, s, p), L["filters"])


def _pool(shape, L):
    k, p = L["size"], L.get("padding", 0)
    s = L.get("stride", k)
    return (_slide(shape[0], k, s, p), _slide(shape[1], k, s, p), shape[2])


RULES = {"conv": _conv, "pool": _pool,
         "flatten": lambda shape, L: (prod(shape),),
         "dense": lambda shape, L: (L["units"],)}


def trace_shapes(in_shape, layers):
    out = []
    for L in layers:
        in_shape = RULES[L["type"]](in_shape, L)
        out.append(in_shape)
    return out
