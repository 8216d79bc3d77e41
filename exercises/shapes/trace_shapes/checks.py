"""trace_shapes: where its cases come from, and what must hold for every right solution."""

from math import prod

from convgrade.contracts import contract, leaves_its_inputs_alone, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]


def arguments(draw):
    """An image shape and up to five layers that fit: conv and pool, then perhaps flatten and dense."""
    height, width, channels = draw.size(1, 14), draw.size(1, 14), draw.size(1, 4)
    layers, smallest = [], min(height, width)
    for _ in range(draw.one_of(1, 0, 2, 3)):
        layer, smallest = spatial_layer(draw, smallest)
        layers.append(layer)
    if draw.one_of(False, True):
        layers.append({"type": "flatten"})
        layers += [{"type": "dense", "units": draw.size(1, 12)} for _ in range(draw.one_of(0, 1, 2))]
    return (height, width, channels), layers


def spatial_layer(draw, smallest):
    """A conv or pool layer that fits an image whose smaller side is `smallest`, and that side after it."""
    kind = draw.one_of("conv", "pool")
    padding = draw.one_of(0, 0, 1, 2, 3, 4)
    k = draw.size(2 if kind == "pool" and smallest > 1 else 1, min(9, smallest + 2 * padding))
    padding = min(padding, k - 1 if kind == "conv" else k // 2)
    layer = {"type": "conv", "filters": draw.size(1, 8), "kernel": k} if kind == "conv" else {"type": "pool", "size": k}
    stride = draw.one_of(None, 1, 2, 3)
    if stride:
        layer["stride"] = stride
    if padding or draw.one_of(False, True):
        layer["padding"] = padding
    default = 1 if kind == "conv" else k
    return layer, (smallest + 2 * padding - k) // (stride or default) + 1


def tolerance(in_shape, layers):
    return 0.0


def kernel(layer):
    return layer.get("kernel", layer.get("size"))


def stride(layer):
    return layer.get("stride", 1 if layer["type"] == "conv" else layer["size"])


def first_is(kind, test):
    """A stratum: the first layer is of this kind and satisfies the test, given the input shape and the layer."""
    return lambda in_shape, layers: bool(layers) and layers[0]["type"] == kind and bool(test(in_shape, layers[0]))


def first_fits(test):
    """The same, whether it is conv or pool."""
    return lambda in_shape, layers: any(first_is(kind, test)(in_shape, layers) for kind in ("conv", "pool"))


def remainder(n, layer):
    return (n + 2 * layer.get("padding", 0) - kernel(layer)) % stride(layer)


def fills_much_padding(shape, layer):
    return kernel(layer) == min(shape[:2]) + 2 * layer.get("padding", 0) and layer.get("padding", 0) > 2


def stays_oblong(shape, first, second):
    """Whether height and width differ after two layers, both conv or pool."""
    return {first["type"], second["type"]} <= {"conv", "pool"} and abs(shape[0] - shape[1]) >= stride(first) * stride(second)


def kinds(layers):
    return [layer["type"] for layer in layers]


strata = {
    "two spatial layers, an oblong image": lambda in_shape, layers: len(layers) > 1 and stays_oblong(in_shape, *layers[:2]),
    "conv alone": first_is("conv", lambda shape, layer: set(layer) == {"type", "filters", "kernel"} and shape[0] != shape[1]),
    "conv with padding": first_is("conv", lambda shape, layer: layer.get("padding") and stride(layer) == 1),
    "conv whose stride leaves a remainder in the height": first_is("conv", lambda shape, layer: remainder(shape[0], layer)),
    "conv whose stride leaves a remainder in the width": first_is("conv", lambda shape, layer: remainder(shape[1], layer)),
    "conv with stride and padding": first_is("conv", lambda shape, layer: layer.get("padding") and stride(layer) > 1),
    "pool with its default stride": first_is("pool", lambda shape, layer: "stride" not in layer and shape[0] != shape[1]),
    "pool whose size leaves a remainder": first_is("pool", lambda shape, layer: "stride" not in layer and remainder(shape[0], layer)),
    "pool with a stride of its own": first_is("pool", lambda shape, layer: layer.get("stride", layer["size"]) != layer["size"]),
    "pool with padding": first_is("pool", lambda shape, layer: layer.get("padding")),
    "pool of several channels": first_is("pool", lambda shape, layer: shape[2] > 2),
    "a window as large as the padded image": first_fits(lambda shape, layer: kernel(layer) == min(shape[:2]) + 2 * layer.get("padding", 0) > 4),
    "a kernel as large as the image in much padding": first_is("conv", fills_much_padding),
    "a pool as large as the image in much padding": first_is("pool", fills_much_padding),
    "a stride longer than the padded image": first_fits(lambda shape, layer: stride(layer) > min(shape[:2]) + 2 * layer.get("padding", 0)),
    "square image": lambda in_shape, layers: in_shape[0] == in_shape[1] and len(layers) > 0,
    "flatten first": lambda in_shape, layers: kinds(layers)[:1] == ["flatten"] and in_shape[2] > 1,
    "conv, then flatten": lambda in_shape, layers: kinds(layers)[:2] == ["conv", "flatten"] and layers[0]["filters"] > 1,
    "dense after dense": lambda in_shape, layers: kinds(layers)[-2:] == ["dense", "dense"],
    "two spatial layers, different ones": lambda in_shape, layers: set(kinds(layers)[:2]) == {"conv", "pool"},
    "three spatial layers": lambda in_shape, layers: len(kinds(layers)) > 2 and not {"flatten", "dense"} & set(kinds(layers)[:3]),
    "no layers": lambda in_shape, layers: not layers,
}


@law(times=100)
def gives_one_shape_a_layer(f, in_shape, layers):
    """There is one shape for every layer."""
    trace = f(in_shape, layers)
    require(len(trace) == len(layers), f, (in_shape, layers), f"{len(layers)} layers have {len(layers)} shapes; yours has {len(trace)}.")


@law(times=100)
def holds_whole_numbers(f, in_shape, layers):
    """Every shape is a tuple of ints."""
    shapes = [tuple(int(n) if hasattr(n, "dtype") else n for n in shape) for shape in f(in_shape, layers)]
    require(all(type(n) is int for shape in shapes for n in shape), f, (in_shape, layers), "A number in your shapes is no int.")


@law(where=lambda in_shape, layers: len(layers) > 1, times=4)
def a_layer_less_is_a_shape_less(f, in_shape, layers):
    """Without its last layer the network has the same shapes without the last."""
    agree(f, (in_shape, layers[:-1]), f(in_shape, layers)[:-1])


@law(where=lambda in_shape, layers: len(layers) > 1 and stays_oblong(in_shape, *layers[:2]), times=4)
def goes_on_from_the_shape_before(f, in_shape, layers):
    """The layers after the first see the shape that the first gave."""
    trace = f(in_shape, layers)
    agree(f, (tuple(trace[0]), layers[1:]), trace[1:])


@law(where=lambda in_shape, layers: bool(layers) and set(kinds(layers)) <= {"conv", "pool"}, times=5)
def height_and_width_may_trade_places(f, in_shape, layers):
    """With height and width of the image exchanged, those of every shape are exchanged."""
    swapped = [(s[1], s[0], s[2]) for s in f(in_shape, layers)]
    agree(f, ((in_shape[1], in_shape[0], in_shape[2]), layers), swapped)


@law(where=lambda in_shape, layers: "pool" in kinds(layers) or "conv" in kinds(layers), times=8)
def defaults_may_be_written_out(f, in_shape, layers):
    """A missing stride is 1 for conv and the size for pool; a missing padding is 0."""
    full = [{**x, "stride": stride(x), "padding": x.get("padding", 0)} if "kernel" in x or "size" in x else dict(x) for x in layers]
    agree(f, (in_shape, full), f(in_shape, layers))


@law(where=lambda in_shape, layers: any(kind in ("conv", "pool") for kind in kinds(layers)), times=100)
def pooling_keeps_the_channels(f, in_shape, layers):
    """Pooling leaves the number of channels alone, and a convolution gives as many as it has filters."""
    channels = in_shape[2]
    for layer, shape in zip(layers, f(in_shape, layers), strict=True):
        if layer["type"] in ("conv", "pool"):
            channels = layer.get("filters", channels)
            require(tuple(shape)[2:] == (channels,), f, (in_shape, layers), f"After {layer} there are {channels} channels; yours is {tuple(shape)}.")


@law(where=lambda in_shape, layers: bool(layers) and layers[0]["type"] in ("conv", "pool"), times=100)
def has_as_many_windows_as_fit(f, in_shape, layers):
    """The last window of a conv or pool layer lies inside the padded image, and one more would not."""
    for before, layer, after in zip([in_shape, *f(in_shape, layers)], layers, f(in_shape, layers), strict=False):
        if layer["type"] in ("conv", "pool"):
            for length, places in zip(before[:2], after[:2], strict=True):
                free = length + 2 * layer.get("padding", 0) - kernel(layer) - (places - 1) * stride(layer)
                fits = 0 <= free < stride(layer)
                require(fits, f, (in_shape, layers), f"{places} windows of {layer} do not fill {length} rows or columns as they should.")


@law(where=lambda in_shape, layers: "flatten" in kinds(layers), times=100)
def flatten_keeps_the_number_of_entries(f, in_shape, layers):
    """Flatten gives one axis with as many entries as there were."""
    trace = [in_shape, *f(in_shape, layers)]
    at = kinds(layers).index("flatten")
    entries = prod(trace[at])
    require(tuple(trace[at + 1]) == (entries,), f, (in_shape, layers), f"{tuple(trace[at])} has {entries} entries; yours is {trace[at + 1]}.")


@law(where=lambda in_shape, layers: bool(layers) and layers[0]["type"] in ("conv", "pool"), times=10)
def six_strides_more_are_six_rows_more(f, in_shape, layers):
    """An image that is higher by six strides of the first layer gives six rows more after it, and no column."""
    (height, width, channels), first = in_shape, layers[0]
    h, w, c = f(in_shape, layers[:1])[0]
    agree(f, ((height + 6 * stride(first), width, channels), layers[:1]), [(h + 6, w, c)])


@law(where=lambda in_shape, layers: bool(layers) and layers[0].get("padding", 0) > 0, times=6)
def padding_enlarges_the_image_on_both_sides(f, in_shape, layers):
    """Padding by p is the same as an image that is 2 p higher and wider."""
    more = 2 * layers[0]["padding"]
    larger = (in_shape[0] + more, in_shape[1] + more, in_shape[2])
    agree(f, (in_shape, layers[:1]), f(larger, [{**layers[0], "padding": 0}]))


@contract(where=lambda in_shape, layers: bool(layers) and set(kinds(layers)) <= {"conv", "pool"}, times=2)
def leaves_complete_layers_alone(f, in_shape, layers):
    """A list of layers in which no default is missing stays as it is."""
    full = [{**x, "stride": stride(x), "padding": x.get("padding", 0)} for x in layers]
    reply = f.reply((in_shape, full))
    require(not reply.changed, f, (in_shape, full), "After the call the list of layers is no longer what it was: go over it with a for loop.")
