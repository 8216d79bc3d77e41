import math

def out(n, k, s, p):
    if n + 2*p < k:
        raise ValueError("window too large")
    return (n + 2*p - k)//s + 1

def trace_shapes(in_shape, layers):
    cur, res = in_shape, []
    for layer in layers:
        match layer:
            case {"type": "conv", "filters": f, "kernel": k}:
                s, p = layer.get("stride", 1), layer.get("padding", 0)
                cur = (out(cur[0], k, s, p), out(cur[1], k, s, p), f)
            case {"type": "pool", "size": k}:
                s, p = layer.get("stride", k), layer.get("padding", 0)
                cur = (out(cur[0], k, s, p), out(cur[1], k, s, p), cur[2])
            case {"type": "flatten"}:
                cur = (math.prod(cur),)
            case {"type": "dense", "units": u}:
                cur = (u,)
            case _:
                raise ValueError(f"unknown layer {layer}")
        res.append(cur)
    return res
