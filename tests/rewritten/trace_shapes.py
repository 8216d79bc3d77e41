"""Every mistake of trace_shapes, made twice in two styles; nothing here is a right solution."""

import math
from functools import reduce
from itertools import accumulate

import numpy as np


def places(n, k, p, s):
    return (n + 2 * p - k) // s + 1


def window_of(layer):
    """Size, stride and padding of a conv or pool layer."""
    if layer["type"] == "conv":
        return layer["kernel"], layer.get("stride", 1), layer.get("padding", 0)
    return layer["size"], layer.get("stride", layer["size"]), layer.get("padding", 0)


def step(shape, layer):
    """The shape after one layer, as it should be."""
    kind = layer["type"]
    if kind == "dense":
        return (layer["units"],)
    if kind == "flatten":
        return (math.prod(shape),)
    k, s, p = window_of(layer)
    h, w, c = shape
    return places(h, k, p, s), places(w, k, p, s), layer["filters"] if kind == "conv" else c


def flat(shape, layer):
    """The shape after flatten or dense, as it should be."""
    return (math.prod(shape),) if layer["type"] == "flatten" else (layer["units"],)


def run(in_shape, layers, one_step):
    return list(accumulate(layers, one_step, initial=tuple(in_shape)))[1:]


# pooling_divides_the_channels


def pooling_divides_the_channels__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] == "conv":
            k, s, p = layer["kernel"], layer.get("stride", 1), layer.get("padding", 0)
            shape = ((shape[0] + 2 * p - k) // s + 1, (shape[1] + 2 * p - k) // s + 1, layer["filters"])
        elif layer["type"] == "pool":
            k = layer["size"]
            s, p = layer.get("stride", k), layer.get("padding", 0)
            shape = ((shape[0] + 2 * p - k) // s + 1, (shape[1] + 2 * p - k) // s + 1, shape[2] // k)
        elif layer["type"] == "flatten":
            shape = (math.prod(shape),)
        else:
            shape = (layer["units"],)
        shapes.append(shape)
    return shapes


def channels_divided(shape, layer):
    after = step(shape, layer)
    return after[:2] + (after[2] // layer["size"],) if layer["type"] == "pool" else after


def pooling_divides_the_channels__helpers(in_shape, layers):
    return run(in_shape, layers, channels_divided)


# convolution_multiplies_the_channels


def convolution_multiplies_the_channels__loops(in_shape, layers):
    shape, shapes = in_shape, []
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, s, p = window_of(layer)
            h, w, c = shape
            if layer["type"] == "conv":
                c *= layer["filters"]
            shape = (places(h, k, p, s), places(w, k, p, s), c)
        else:
            shape = flat(shape, layer)
        shapes.append(shape)
    return shapes


def convolution_multiplies_the_channels__recursion(in_shape, layers):
    if not layers:
        return []
    layer, *rest = layers
    after = step(in_shape, layer)
    if layer["type"] == "conv":
        after = (*after[:2], in_shape[-1] * layer["filters"])
    return [after] + convolution_multiplies_the_channels__recursion(after, rest)


# takes_the_image_for_square


def takes_the_image_for_square__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, s, p = window_of(layer)
            size = (shape[0] + 2 * p - k) // s + 1
            shape = (size, size, layer["filters"] if layer["type"] == "conv" else shape[2])
        else:
            shape = flat(shape, layer)
        shapes.append(shape)
    return shapes


def takes_the_image_for_square__helpers(in_shape, layers):
    side, _, channels = in_shape
    return run((side, side, channels), layers, step)


# exchanges_height_and_width


def exchanges_height_and_width__loops(in_shape, layers):
    w, h, c = in_shape
    n, shapes = h * w * c, []
    for layer in layers:
        if layer["type"] == "dense":
            n = layer["units"]
            shapes.append((n,))
        elif layer["type"] == "flatten":
            shapes.append((n,))
        else:
            k, s, p = window_of(layer)
            h, w = places(h, k, p, s), places(w, k, p, s)
            if layer["type"] == "conv":
                c = layer["filters"]
            n = h * w * c
            shapes.append((h, w, c))
    return shapes


def exchanged(shape, layer):
    if layer["type"] not in ("conv", "pool"):
        return flat(shape, layer)
    k, s, p = window_of(layer)
    w, h, c = shape
    return places(h, k, p, s), places(w, k, p, s), layer.get("filters", c)


def exchanges_height_and_width__helpers(in_shape, layers):
    return run(in_shape, layers, exchanged)


# flatten_forgets_the_channels


def flatten_forgets_the_channels__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] == "flatten":
            shape = (shape[0] * shape[1],) if len(shape) == 3 else shape
        else:
            shape = step(shape, layer)
        shapes.append(shape)
    return shapes


def flatten_forgets_the_channels__arrays(in_shape, layers):
    image, shapes = np.array(in_shape), []
    for layer in layers:
        if layer["type"] == "flatten":
            image = np.prod(image[:2], keepdims=True)
        elif layer["type"] == "dense":
            image = np.array([layer["units"]])
        else:
            k, s, p = window_of(layer)
            image = np.append((image[:2] + 2 * p - k) // s + 1, layer.get("filters", image[-1]))
        shapes.append(tuple(image.tolist()))
    return shapes


# gives_bare_numbers_for_flat_shapes


def gives_bare_numbers_for_flat_shapes__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] == "dense":
            shape = layer["units"]
        elif layer["type"] == "flatten":
            if isinstance(shape, tuple):
                shape = shape[0] * shape[1] * shape[2]
        else:
            shape = step(shape, layer)
        shapes.append(shape)
    return shapes


def gives_bare_numbers_for_flat_shapes__comprehension(in_shape, layers):
    return [shape if len(shape) > 1 else shape[0] for shape in run(in_shape, layers, step)]


# rounds_up


def rounds_up__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, s, p = window_of(layer)
            height = math.ceil((shape[0] + 2 * p - k) / s) + 1
            width = math.ceil((shape[1] + 2 * p - k) / s) + 1
            shape = (height, width, layer["filters"] if layer["type"] == "conv" else shape[2])
        else:
            shape = flat(shape, layer)
        shapes.append(shape)
    return shapes


def rounds_up__arrays(in_shape, layers):
    shapes = [tuple(in_shape)]
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, s, p = window_of(layer)
            size = -(-(np.array(shapes[-1][:2]) + 2 * p - k) // s) + 1
            shapes.append((*size.tolist(), layer.get("filters", shapes[-1][2])))
        else:
            shapes.append(flat(shapes[-1], layer))
    return shapes[1:]


# divides_without_the_floor


def divides_without_the_floor__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, s, p = window_of(layer)
            h, w, c = shape
            shape = ((h + 2 * p - k) / s + 1, (w + 2 * p - k) / s + 1, layer["filters"] if layer["type"] == "conv" else c)
        else:
            shape = flat(shape, layer)
        shapes.append(shape)
    return shapes


def divides_without_the_floor__recursion(in_shape, layers):
    if len(layers) == 0:
        return []
    layer = layers[0]
    if layer["type"] in ("conv", "pool"):
        k, s, p = window_of(layer)
        sides = np.true_divide(np.array(in_shape[:2]) + 2 * p - k, s) + 1
        shape = (*sides.tolist(), layer.get("filters", in_shape[2]))
    else:
        shape = flat(in_shape, layer)
    return [shape, *divides_without_the_floor__recursion(shape, layers[1:])]


# counts_the_padding_once


def counts_the_padding_once__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] == "conv":
            k, s, p = layer["kernel"], layer.get("stride", 1), layer.get("padding", 0)
            shape = ((shape[0] + p - k) // s + 1, (shape[1] + p - k) // s + 1, layer["filters"])
        elif layer["type"] == "pool":
            k, s, p = layer["size"], layer.get("stride", layer["size"]), layer.get("padding", 0)
            shape = ((shape[0] + p - k) // s + 1, (shape[1] + p - k) // s + 1, shape[2])
        else:
            shape = flat(shape, layer)
        shapes.append(shape)
    return shapes


def padded_once(shape, layer):
    if layer["type"] not in ("conv", "pool"):
        return flat(shape, layer)
    k, s, p = window_of(layer)
    return (*(len(range(0, n + p - k + 1, s)) for n in shape[:2]), layer.get("filters", shape[2]))


def counts_the_padding_once__helpers(in_shape, layers):
    return run(in_shape, layers, padded_once)


# ignores_the_padding


def ignores_the_padding__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] == "conv":
            k, s = layer["kernel"], layer.get("stride", 1)
            shape = ((shape[0] - k) // s + 1, (shape[1] - k) // s + 1, layer["filters"])
        elif layer["type"] == "pool":
            k, s = layer["size"], layer.get("stride", layer["size"])
            shape = ((shape[0] - k) // s + 1, (shape[1] - k) // s + 1, shape[2])
        else:
            shape = flat(shape, layer)
        shapes.append(shape)
    return shapes


def ignores_the_padding__reduce(in_shape, layers):
    def extend(shapes, layer):
        return shapes + [step(shapes[-1], {key: value for key, value in layer.items() if key != "padding"})]

    return reduce(extend, layers, [tuple(in_shape)])[1:]


# ignores_the_padding_of_pool


def ignores_the_padding_of_pool__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] == "pool":
            k = layer["size"]
            s = layer.get("stride", k)
            shape = ((shape[0] - k) // s + 1, (shape[1] - k) // s + 1, shape[2])
        else:
            shape = step(shape, layer)
        shapes.append(shape)
    return shapes


def conv_after(shape, filters, kernel, stride=1, padding=0):
    return places(shape[0], kernel, padding, stride), places(shape[1], kernel, padding, stride), filters


def pool_unpadded(shape, size, stride=None, **_):
    return places(shape[0], size, 0, stride or size), places(shape[1], size, 0, stride or size), shape[2]


def flatten_after(shape):
    return (math.prod(shape),)


def dense_after(shape, units):
    return (units,)


def dispatch(in_shape, layers, table):
    shapes = [tuple(in_shape)]
    for layer in layers:
        options = {key: value for key, value in layer.items() if key != "type"}
        shapes.append(table[layer["type"]](shapes[-1], **options))
    return shapes[1:]


def ignores_the_padding_of_pool__dispatch(in_shape, layers):
    return dispatch(in_shape, layers, {"conv": conv_after, "pool": pool_unpadded, "flatten": flatten_after, "dense": dense_after})


# pools_with_stride_one_by_default


def pools_with_stride_one_by_default__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k = layer["kernel"] if layer["type"] == "conv" else layer["size"]
            s, p = layer.get("stride", 1), layer.get("padding", 0)
            shape = (places(shape[0], k, p, s), places(shape[1], k, p, s), layer["filters"] if layer["type"] == "conv" else shape[2])
        else:
            shape = flat(shape, layer)
        shapes.append(shape)
    return shapes


def pool_by_one(shape, size, stride=1, padding=0):
    return places(shape[0], size, padding, stride), places(shape[1], size, padding, stride), shape[2]


def pools_with_stride_one_by_default__dispatch(in_shape, layers):
    return dispatch(in_shape, layers, {"conv": conv_after, "pool": pool_by_one, "flatten": flatten_after, "dense": dense_after})


# ignores_the_stride_of_pool


def ignores_the_stride_of_pool__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] == "pool":
            k, p = layer["size"], layer.get("padding", 0)
            shape = ((shape[0] + 2 * p) // k, (shape[1] + 2 * p) // k, shape[2])
        else:
            shape = step(shape, layer)
        shapes.append(shape)
    return shapes


def ignores_the_stride_of_pool__recursion(in_shape, layers):
    if not layers:
        return []
    first, rest = layers[0], layers[1:]
    if first["type"] == "pool":
        first = {**first, "stride": first["size"]}
    shape = step(in_shape, first)
    return [shape] + ignores_the_stride_of_pool__recursion(shape, rest)


# ignores_the_stride_of_conv


def ignores_the_stride_of_conv__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] == "conv":
            k, p = layer["kernel"], layer.get("padding", 0)
            shape = (shape[0] + 2 * p - k + 1, shape[1] + 2 * p - k + 1, layer["filters"])
        else:
            shape = step(shape, layer)
        shapes.append(shape)
    return shapes


def ignores_the_stride_of_conv__arrays(in_shape, layers):
    shapes = [tuple(in_shape)]
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k = layer.get("kernel", layer.get("size"))
            s = 1 if layer["type"] == "conv" else layer.get("stride", k)
            sides = (np.array(shapes[-1][:2]) + 2 * layer.get("padding", 0) - k) // s + 1
            shapes.append((*map(int, sides), layer.get("filters", shapes[-1][2])))
        else:
            shapes.append(flat(shapes[-1], layer))
    return shapes[1:]


# starts_every_layer_from_the_image


def starts_every_layer_from_the_image__loops(in_shape, layers):
    h, w, c = in_shape
    shapes = []
    for layer in layers:
        if layer["type"] == "conv":
            k, s, p = layer["kernel"], layer.get("stride", 1), layer.get("padding", 0)
            shapes.append(((h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1, layer["filters"]))
        elif layer["type"] == "pool":
            k, s, p = layer["size"], layer.get("stride", layer["size"]), layer.get("padding", 0)
            shapes.append(((h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1, c))
        elif layer["type"] == "flatten":
            shapes.append((h * w * c,))
        else:
            shapes.append((layer["units"],))
    return shapes


def starts_every_layer_from_the_image__comprehension(in_shape, layers):
    return [step(in_shape, layer) for layer in layers]


# begins_with_the_image


def begins_with_the_image__loops(in_shape, layers):
    shapes = [tuple(in_shape)]
    for layer in layers:
        shapes.append(step(shapes[-1], layer))
    return shapes


def begins_with_the_image__recursion(in_shape, layers):
    if not layers:
        return [tuple(in_shape)]
    return [tuple(in_shape)] + begins_with_the_image__recursion(step(in_shape, layers[0]), layers[1:])


# gives_the_last_shape_only


def gives_the_last_shape_only__loops(in_shape, layers):
    shape = tuple(in_shape)
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, s, p = window_of(layer)
            shape = (places(shape[0], k, p, s), places(shape[1], k, p, s), layer.get("filters", shape[2]))
        else:
            shape = flat(shape, layer)
    return shape


def gives_the_last_shape_only__helpers(in_shape, layers):
    return run(in_shape, layers, step)[-1:]


# writes_into_the_layers


def writes_into_the_layers__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            if "padding" not in layer:
                layer["padding"] = 0
            if "stride" not in layer:
                layer["stride"] = 1 if layer["type"] == "conv" else layer["size"]
        shape = step(shape, layer)
        shapes.append(shape)
    return shapes


def conv_with_defaults(shape, layer):
    k, s, p = layer["kernel"], layer.setdefault("stride", 1), layer.setdefault("padding", 0)
    return places(shape[0], k, p, s), places(shape[1], k, p, s), layer["filters"]


def pool_with_defaults(shape, layer):
    k, s, p = layer["size"], layer.setdefault("stride", layer["size"]), layer.setdefault("padding", 0)
    return places(shape[0], k, p, s), places(shape[1], k, p, s), shape[2]


def writes_into_the_layers__dispatch(in_shape, layers):
    table = {"conv": conv_with_defaults, "pool": pool_with_defaults, "flatten": flat, "dense": flat}
    return run(in_shape, layers, lambda shape, layer: table[layer["type"]](shape, layer))


# empties_the_list_of_layers


def empties_the_list_of_layers__loops(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    while layers:
        shape = step(shape, layers.pop(0))
        shapes.append(shape)
    return shapes


def empties_the_list_of_layers__recursion(in_shape, layers):
    if not layers:
        return []
    layer = layers[0]
    del layers[0]
    shape = step(in_shape, layer)
    return [shape] + empties_the_list_of_layers__recursion(shape, layers)


# remembers_earlier_shapes

all_shapes = []


def remembers_earlier_shapes__loops(in_shape, layers):
    shape = tuple(in_shape)
    for layer in layers:
        shape = step(shape, layer)
        all_shapes.append(shape)
    return all_shapes


def collect(shape, layers, shapes=[]):  # noqa: B006
    if layers:
        shape = step(shape, layers[0])
        shapes.append(shape)
        collect(shape, layers[1:])
    return list(shapes)


def remembers_earlier_shapes__recursion(in_shape, layers):
    return collect(tuple(in_shape), layers)
