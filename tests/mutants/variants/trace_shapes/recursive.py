"""The first layer, then the rest."""

from math import prod


def size(n, k, s, p):
    return (n - k + p + p) // s + 1


def after(shape, layer):
    if layer["type"] == "flatten":
        return (prod(shape),)
    if layer["type"] == "dense":
        return (layer["units"],)
    k = layer.get("kernel") or layer.get("size")
    s = layer.get("stride", k if layer["type"] == "pool" else 1)
    p = layer.get("padding", 0)
    return (size(shape[0], k, s, p), size(shape[1], k, s, p), layer.get("filters", shape[2]))


def trace_shapes(in_shape, layers):
    if not layers:
        return []
    shape = after(in_shape, layers[0])
    return [shape, *trace_shapes(shape, layers[1:])]
