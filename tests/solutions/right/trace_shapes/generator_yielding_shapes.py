import numpy as np

def _walk(shape, layers):
    for l in layers:
        kind = l["type"]
        if kind in ("conv", "pool"):
            k = l["kernel"] if "kernel" in l else l["size"]
            s = l["stride"] if "stride" in l else (1 if kind == "conv" else k)
            p = l["padding"] if "padding" in l else 0
            h = shape[0] + 2 * p - k
            w = shape[1] + 2 * p - k
            if h < 0 or w < 0:
                raise ValueError("window larger than input")
            shape = (h // s + 1, w // s + 1, l["filters"] if kind == "conv" else shape[2])
        elif kind == "flatten":
            shape = (int(np.prod(shape)),)
        else:
            shape = (l["units"],)
        yield shape

def trace_shapes(in_shape, layers):
    return list(_walk(in_shape, layers))
