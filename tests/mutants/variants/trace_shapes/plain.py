"""Branch by branch."""


def trace_shapes(in_shape, layers):
    h, w, c = in_shape
    flat = 0
    shapes = []
    for layer in layers:
        kind = layer["type"]
        if kind == "conv":
            k = layer["kernel"]
            s = layer.get("stride", 1)
            p = layer.get("padding", 0)
            h = (h + 2 * p - k) // s + 1
            w = (w + 2 * p - k) // s + 1
            c = layer["filters"]
            shapes.append((h, w, c))
        elif kind == "pool":
            k = layer["size"]
            s = layer.get("stride", k)
            p = layer.get("padding", 0)
            h = (h + 2 * p - k) // s + 1
            w = (w + 2 * p - k) // s + 1
            shapes.append((h, w, c))
        elif kind == "flatten":
            flat = h * w * c
            shapes.append((flat,))
        elif kind == "dense":
            flat = layer["units"]
            shapes.append((flat,))
    return shapes
