"""trace_shapes: how the shape after a layer comes about."""

from math import prod

from convgrade.numberline import sliding
from convgrade.working import formula, listing, shape


def working(where, in_shape, layers):
    """The lengths after a layer from those after the layer before; of every layer if none is asked for."""
    before, lengths = in_shape, []
    for layer in layers:
        lengths.append(after(layer, before))
        before = shape(*lengths[-1]).value
    if where:
        place, *axis = where
        return shape(*lengths[place], at=tuple(axis))
    steps = [shape(*one) for one in lengths]
    return listing([(layer["type"], step) for layer, step in zip(layers, steps, strict=True)], [step.value for step in steps])


def after(layer, before):
    """What a shape becomes, length by length."""
    if layer["type"] == "flatten":
        return [formula("·".join(map(str, before)), prod(before))]
    if layer["type"] == "dense":
        return [layer["units"]]
    height, width, channels = before
    if layer["type"] == "conv":
        window, step, channels = layer["kernel"], layer.get("stride", 1), layer["filters"]
    else:
        window, step = layer["size"], layer.get("stride", layer["size"])
    return [*(sliding(axis, n, window, step, layer.get("padding", 0)) for axis, n in (("height", height), ("width", width))), channels]
