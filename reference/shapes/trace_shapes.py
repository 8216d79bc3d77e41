"""trace_shapes: the plain reference, two other ways to the same shapes, and what students do instead."""

import math

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras layers' compute_output_shape"

VALUE = "agrees_with_the_reference"
ONE = "gives_one_shape_a_layer"
WHOLE = "holds_whole_numbers"
LESS = "a_layer_less_is_a_shape_less"
GOES_ON = "goes_on_from_the_shape_before"
TRADE = "height_and_width_may_trade_places"
DEFAULTS = "defaults_may_be_written_out"
CHANNELS = "pooling_keeps_the_channels"
FIT = "has_as_many_windows_as_fit"
FLATTEN = "flatten_keeps_the_number_of_entries"
MORE = "six_strides_more_are_six_rows_more"
PADDING = "padding_enlarges_the_image_on_both_sides"
COMPLETE = "leaves_complete_layers_alone"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def trace_shapes(in_shape, layers):
    """Output sizes as in V. Dumoulin and F. Visin, A guide to convolution arithmetic for deep learning (2016)."""
    shapes, shape = [], tuple(in_shape)
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, stride, padding, channels = read(layer, shape)
            shape = ((shape[0] + 2 * padding - k) // stride + 1, (shape[1] + 2 * padding - k) // stride + 1, channels)
        elif layer["type"] == "flatten":
            shape = (math.prod(shape),)
        else:
            shape = (layer["units"],)
        shapes.append(shape)
    return shapes


def read(layer, shape):
    """Kernel, stride, padding and channels after a conv or pool layer."""
    if layer["type"] == "conv":
        return layer["kernel"], layer.get("stride", 1), layer.get("padding", 0), layer["filters"]
    return layer["size"], layer.get("stride", layer["size"]), layer.get("padding", 0), shape[2]


def second_technique(in_shape, layers):
    """Send an array of zeros through the layers and look at its shape."""
    shapes, image = [], np.zeros(in_shape)
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, stride, padding, channels = read(layer, image.shape)
            padded = np.pad(image, ((padding, padding), (padding, padding), (0, 0)))
            windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), (0, 1))[::stride, ::stride]
            image = np.zeros((*windows.shape[:2], channels))
        else:
            image = image.reshape(-1) if layer["type"] == "flatten" else np.zeros(layer["units"])
        shapes.append(image.shape)
    return shapes


def keras(in_shape, layers):
    """Ask the Keras layers, zeros padded by a layer of their own."""
    from keras import layers as keras_layers

    shapes, shape = [], (1, *in_shape)
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, stride, padding, channels = read(layer, shape[1:])
            if padding:
                shape = keras_layers.ZeroPadding2D(padding).compute_output_shape(shape)
            made = keras_layers.Conv2D(channels, k, stride) if layer["type"] == "conv" else keras_layers.MaxPooling2D(k, stride)
        else:
            made = keras_layers.Flatten() if layer["type"] == "flatten" else keras_layers.Dense(layer["units"])
        shape = made.compute_output_shape(shape)
        shapes.append(tuple(int(n) for n in shape[1:]))
    return shapes


def trace(in_shape, layers, size, channels=lambda layer, shape, c: c, flat=math.prod):
    """What a student's loop does, with one part of it changed."""
    shapes, shape = [], tuple(in_shape)
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            k, stride, padding, c = read(layer, shape)
            shape = (size(shape[0], k, stride, padding, layer), size(shape[1], k, stride, padding, layer), channels(layer, shape, c))
        else:
            shape = (flat(shape),) if layer["type"] == "flatten" else (layer["units"],)
        shapes.append(shape)
    return shapes


def right(n, k, stride, padding, layer):
    return (n + 2 * padding - k) // stride + 1


@misconception("Your pool layer divides the channels by the window's size. Pooling never touches the channels.", fails={VALUE, CHANNELS})
def pooling_divides_the_channels(in_shape, layers):
    return trace(in_shape, layers, right, lambda layer, shape, c: c if layer["type"] == "conv" else max(c // layer["size"], 1))


@misconception("Your conv layer multiplies the channels by the filters. It gives as many channels as it has filters.", fails={VALUE, CHANNELS})
def convolution_multiplies_the_channels(in_shape, layers):
    return trace(in_shape, layers, right, lambda layer, shape, c: c * shape[2] if layer["type"] == "conv" else c)


@misconception("You use the height for the width as well. Trace the two separately.", fails={VALUE, TRADE, FIT, MORE})
def takes_the_image_for_square(in_shape, layers):
    shapes = trace_shapes((in_shape[0], in_shape[0], in_shape[2]), layers)
    if layers and layers[0]["type"] == "flatten":
        return trace_shapes(in_shape, layers)
    return shapes


@misconception("Height and width are exchanged: a shape is (height, width, channels).", fails={VALUE, GOES_ON, FIT, MORE})
def exchanges_height_and_width(in_shape, layers):
    return [(s[1], s[0], s[2]) if len(s) == 3 else s for s in trace_shapes(in_shape, layers)]


@misconception("Your flatten leaves the channels out: multiply height, width and channels.", fails={VALUE, FLATTEN})
def flatten_forgets_the_channels(in_shape, layers):
    return trace(in_shape, layers, right, flat=lambda shape: math.prod(shape[:2]))


@misconception("After flatten and dense you give a bare number. A shape is a tuple, such as (10,).", fails={VALUE, WHOLE, FLATTEN})
def gives_bare_numbers_for_flat_shapes(in_shape, layers):
    return [s if len(s) > 1 else s[0] for s in trace_shapes(in_shape, layers)]


@misconception("You round up. A window that is not inside completely is dropped: round down.", fails={VALUE, FIT})
def rounds_up(in_shape, layers):
    return trace(in_shape, layers, lambda n, k, stride, padding, _: math.ceil((n + 2 * padding - k) / stride) + 1)


@misconception("You divide with /, which gives floats. Use //.", fails={VALUE, WHOLE, FIT})
def divides_without_the_floor(in_shape, layers):
    return trace(in_shape, layers, lambda n, k, stride, padding, _: (n + 2 * padding - k) / stride + 1)


@misconception("You count the padding once. It is added on each side.", fails={VALUE, FIT, PADDING})
def counts_the_padding_once(in_shape, layers):
    return trace(in_shape, layers, lambda n, k, stride, padding, _: (n + padding - k) // stride + 1)


@misconception("You leave out the padding of conv and pool layers.", fails={VALUE, FIT, PADDING})
def ignores_the_padding(in_shape, layers):
    return trace(in_shape, layers, lambda n, k, stride, padding, _: (n - k) // stride + 1)


@misconception("You leave out the padding of pool layers: they may have one, too.", fails={VALUE, FIT, PADDING})
def ignores_the_padding_of_pool(in_shape, layers):
    return trace(in_shape, layers, lambda n, k, s, p, layer: right(n, k, s, p if layer["type"] == "conv" else 0, layer))


@misconception("Your pool layers move by 1 if no stride is given. The default is the size of the window.", fails={VALUE, DEFAULTS, FIT, MORE})
def pools_with_stride_one_by_default(in_shape, layers):
    return trace(in_shape, layers, lambda n, k, s, p, layer: right(n, k, s if layer["type"] == "conv" else layer.get("stride", 1), p, layer))


@misconception("Your pool layers always move by their size. A stride that is given counts.", fails={VALUE, FIT, MORE})
def ignores_the_stride_of_pool(in_shape, layers):
    return trace(in_shape, layers, lambda n, k, s, p, layer: right(n, k, s if layer["type"] == "conv" else k, p, layer))


@misconception("You leave out the stride of conv layers.", fails={VALUE, FIT, MORE})
def ignores_the_stride_of_conv(in_shape, layers):
    return trace(in_shape, layers, lambda n, k, s, p, layer: right(n, k, 1 if layer["type"] == "conv" else s, p, layer))


@misconception(
    "Every layer of yours starts from the image. It starts from the shape that the layer before gave.",
    fails={VALUE, GOES_ON, CHANNELS, FIT, FLATTEN},
)
def starts_every_layer_from_the_image(in_shape, layers):
    return [trace_shapes(in_shape, [layer])[0] for layer in layers]


@misconception(
    "Your list begins with the shape of the image. It holds the shapes after each layer.",
    fails={VALUE, ONE, GOES_ON, CHANNELS, FIT, FLATTEN, MORE, PADDING},
)
def begins_with_the_image(in_shape, layers):
    return [tuple(in_shape), *trace_shapes(in_shape, layers)]


@misconception("You give the last shape only. The shapes after all layers are asked for.", fails={VALUE, ONE, LESS, GOES_ON, CHANNELS, FIT, FLATTEN})
def gives_the_last_shape_only(in_shape, layers):
    return trace_shapes(in_shape, layers)[-1:]


@misconception("You write defaults into the caller's dicts. Read them with .get(key, default).", fails={INPUTS})
def writes_into_the_layers(in_shape, layers):
    for layer in layers:
        layer.setdefault("padding", 0)
    return trace_shapes(in_shape, layers)


@misconception("You take the layers off the caller's list, which is empty after the call. Go over it with a for loop.", fails={INPUTS, COMPLETE})
def empties_the_list_of_layers(in_shape, layers):
    shapes = trace_shapes(in_shape, layers)
    layers.clear()
    return shapes


def _trace_into(in_shape, layers, shapes=[]):  # noqa: B006, the mistake itself
    shapes += trace_shapes(in_shape, layers)
    return list(shapes)


@misconception(
    "Your list keeps the shapes of earlier calls. A default such as shapes=[] is made once: make the list inside the function.",
    fails={VALUE, ONE, LESS, GOES_ON, TRADE, DEFAULTS, CHANNELS, FIT, FLATTEN, MORE, PADDING, MEMORY},
)
def remembers_earlier_shapes(in_shape, layers):
    return _trace_into(in_shape, layers)
