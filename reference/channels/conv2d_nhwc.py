"""conv2d_nhwc: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv2D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_the_shape_of_its_padding"
BATCH = "images_do_not_meet"
BIAS = "the_bias_is_added_once"
STRIDE = "a_stride_leaves_places_out"
CROP = "one_hot_filters_cut_crops_of_their_channels"
ADD = "channels_add_up"
OWN = "each_filter_has_its_own_map"
LINEAR = "is_linear_in_the_image_but_for_the_bias"
LESS = "a_step_less_is_a_row_or_column_less"
TRANSPOSE = "rows_and_columns_may_trade_places"
DEFAULTS = "defaults_may_be_written_out"
SEES = "every_place_sees_its_window"
INTEGERS = "does_not_truncate_integers"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    """Plain loops; 'same' as in TensorFlow (V. Dumoulin, F. Visin, A guide to convolution arithmetic, 2016; tf.nn documentation)."""
    if padding == "same":
        x = np.pad(x, ((0, 0), zeros(x.shape[1], k.shape[0], stride[0]), zeros(x.shape[2], k.shape[1], stride[1]), (0, 0)))
    return windowed(x, k, stride) + b


def zeros(n, k, s):
    """How many zeros TensorFlow puts before and behind an axis."""
    total = max((-(-n // s) - 1) * s + k - n, 0)
    return total // 2, total - total // 2


def windowed(x, k, stride):
    """The sums of products of every window with every filter."""
    (kh, kw, _, filters), (sh, sw) = k.shape, stride
    y = np.zeros((len(x), max((x.shape[1] - kh) // sh + 1, 0), max((x.shape[2] - kw) // sw + 1, 0), filters))
    for n, i, j, o in np.ndindex(y.shape):
        y[n, i, j, o] = (x[n, i * sh : i * sh + kh, j * sw : j * sw + kw] * k[..., o]).sum()
    return y


def second_technique(x, k, b, stride=(1, 1), padding="valid"):
    """One shifted copy of the batch for each tap of the kernel, in steps of the stride."""
    (kh, kw, channels, filters), (sh, sw) = k.shape, stride
    top, left = (zeros(n, size, s)[0] if padding == "same" else 0 for n, size, s in zip(x.shape[1:3], k.shape, stride, strict=False))
    rows, columns = (-(-(n if padding == "same" else n - size + 1) // s) for n, size, s in zip(x.shape[1:3], k.shape, stride, strict=False))
    room = np.zeros((len(x), top + x.shape[1] + rows * sh + kh, left + x.shape[2] + columns * sw + kw, channels))
    room[:, top : top + x.shape[1], left : left + x.shape[2]] = x
    y = np.zeros((len(x), rows, columns, filters)) + b
    for a in range(kh):
        for d in range(kw):
            y += room[:, a : a + rows * sh : sh, d : d + columns * sw : sw] @ k[a, d]
    return y


def keras(x, k, b, stride=(1, 1), padding="valid"):
    """The layer itself."""
    import keras

    layer = keras.layers.Conv2D(k.shape[3], k.shape[:2], strides=stride, padding=padding)
    layer.build((None, *x.shape[1:]))
    layer.set_weights([k, b])
    return keras.ops.convert_to_numpy(layer(x))


def terms(x, k, b, *_):
    """The products that an entry adds up, and its bias."""
    return k[..., 0].size + 1


roundings = 2  # of the sum, and with the bias


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    for stride, padding in (((1, 1), "valid"), ((1, 1), "same"), ((2, 1), "same"), ((2, 2), "valid"), ((3, 2), "same")):
        yield array(2, 15, 12, 8), array(3, 3, 8, 8), array(8), stride, padding
    yield array(1, 17, 14, 32), array(3, 3, 32, 32), array(32), (1, 1), "same"
    yield array(3, 23, 19, 3), array(7, 5, 3, 8), array(8), (2, 2), "same"
    yield array(1, 12, 11, 64), array(1, 1, 64, 24), array(24)


def padded(x, k, stride, padding, amount, **how):
    """The batch with as many zeros around it as a student thinks: `amount(n, k, s)` before and behind each axis."""
    if padding != "same":
        return x
    return np.pad(x, ((0, 0), amount(x.shape[1], k.shape[0], stride[0]), amount(x.shape[2], k.shape[1], stride[1]), (0, 0)), **how)


@misconception(
    "With 'same' you put the odd row or column of zeros above and on the left. TensorFlow puts it below and on the right.", fails={VALUE, SEES}
)
def puts_the_odd_zeros_first(x, k, b, stride=(1, 1), padding="valid"):
    return windowed(padded(x, k, stride, padding, lambda *a: zeros(*a)[::-1]), k, stride) + b


@misconception(
    "With 'same' you pad as for stride 1. How many zeros there are depends on the length and the stride, too.",
    fails={VALUE, SEES},
)
def pads_as_for_stride_one(x, k, b, stride=(1, 1), padding="valid"):
    return windowed(padded(x, k, stride, padding, lambda n, k, s: zeros(n, k, 1)), k, stride) + b


@misconception(
    "With 'same' you pad half the kernel on each side, as one does in PyTorch. TensorFlow's zeros depend on length and stride and may differ by one.",
    fails={VALUE, SEES, SHAPE},
)
def pads_half_the_kernel(x, k, b, stride=(1, 1), padding="valid"):
    return windowed(padded(x, k, stride, padding, lambda n, k, s: (k // 2, k // 2)), k, stride) + b


@misconception("With 'same' you put all zeros below and on the right. Half of them go above and on the left.", fails={VALUE, SEES})
def pads_at_the_end_only(x, k, b, stride=(1, 1), padding="valid"):
    return windowed(padded(x, k, stride, padding, lambda *a: (0, sum(zeros(*a)))), k, stride) + b


@misconception("With 'same' you repeat the border of the image. Pad with zeros.", fails={VALUE, SEES})
def pads_with_the_border(x, k, b, stride=(1, 1), padding="valid"):
    return windowed(padded(x, k, stride, padding, zeros, mode="edge"), k, stride) + b


@misconception(
    "With 'same' you pad the columns as many zeros as the rows. Each axis has a length, a kernel and a stride of its own.",
    fails={VALUE, SEES, SHAPE},
)
def pads_columns_as_rows(x, k, b, stride=(1, 1), padding="valid"):
    rows = zeros(x.shape[1], k.shape[0], stride[0])
    return windowed(padded(x, k, stride, padding, lambda n, k, s: rows), k, stride) + b


@misconception("With 'same' you round the number of places down. It is ceil(H / sh), so that no row is left out.", fails={VALUE, SEES, SHAPE})
def rounds_the_places_of_same_down(x, k, b, stride=(1, 1), padding="valid"):
    y = conv2d_nhwc(x, k, b, stride, padding)
    return y[:, : x.shape[1] // stride[0], : x.shape[2] // stride[1]] if padding == "same" else y


@misconception("You do not look at the padding: your result is always that of 'valid'.", fails={VALUE, SEES, SHAPE})
def ignores_the_padding(x, k, b, stride=(1, 1), padding="valid"):
    return windowed(x, k, stride) + b


@misconception("Your padding is 'same' if none is given. The default is 'valid'.", fails={VALUE, SHAPE, DEFAULTS})
def pads_by_default(x, k, b, stride=(1, 1), padding="same"):
    return conv2d_nhwc(x, k, b, stride, padding)


@misconception(
    "You use the vertical stride for the columns as well. The stride is (rows, columns).",
    fails={VALUE, SEES, SHAPE, STRIDE, CROP, LESS, TRANSPOSE},
)
def uses_the_first_stride_for_both(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, b, (stride[0], stride[0]), padding)


@misconception("The two strides are exchanged. The stride is (rows, columns).", fails={VALUE, SEES, SHAPE, STRIDE, CROP, LESS})
def exchanges_the_strides(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, b, stride[::-1], padding)


@misconception("You do not look at the stride: your window always moves by one.", fails={VALUE, SEES, SHAPE, STRIDE, CROP, LESS})
def ignores_the_stride(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, b, (1, 1), padding)


@misconception(
    "Your result has the right size, but the window moves by one: the window of (i, j) starts at row i * sh and column j * sw.",
    fails={VALUE, SEES, STRIDE, CROP, LESS},
)
def forgets_the_stride_in_the_window(x, k, b, stride=(1, 1), padding="valid"):
    x = padded(x, k, stride, padding, zeros)
    rows, columns = ((n - size) // s + 1 for n, size, s in zip(x.shape[1:3], k.shape, stride, strict=False))
    return windowed(x, k, (1, 1))[:, :rows, :columns] + b


@misconception(
    "You add the bias to every product, so that it counts as often as the window has entries. Add it once, after the sum.",
    fails={VALUE, BIAS, ADD, LINEAR},
)
def adds_the_bias_to_every_product(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, b * k[..., 0].size, stride, padding)


@misconception("You forget the bias. Add b[o] to every entry of map o.", fails={VALUE, BIAS, LINEAR})
def forgets_the_bias(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, 0 * b, stride, padding)


@misconception("You add the first bias to every map. Map o has a bias of its own, b[o].", fails={VALUE, BIAS, OWN, LINEAR})
def uses_the_first_bias_for_every_map(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, np.full(b.shape, b[0]), stride, padding)


@misconception("You flip the kernel. A convolutional layer does not: k[0, 0] meets the top left of the window.", fails={VALUE, SEES, CROP})
def flips_the_kernel(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k[::-1, ::-1], b, stride, padding)


@misconception(
    "You exchange channels and filters of the kernel, which shows nowhere in the shapes if there are as many. The order is (Kh, Kw, Ci, Co).",
    fails={VALUE, CROP, ADD, OWN},
)
def exchanges_channels_and_filters(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k.transpose(0, 1, 3, 2) if k.shape[2] == k.shape[3] else k, b, stride, padding)


@misconception("Every filter looks at the first channel only. It sees all channels and adds them up.", fails={VALUE, CROP, ADD})
def uses_the_first_channel_only(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x[..., :1], k[:, :, :1], b, stride, padding)


@misconception("You average over the batch. No image of a batch has to do with another.", fails={VALUE, BATCH, CROP})
def averages_the_batch(x, k, b, stride=(1, 1), padding="valid"):
    y = conv2d_nhwc(x, k, b, stride, padding)
    return np.broadcast_to(y.mean(0), y.shape)


@misconception("You look at the first image only. Every image of the batch has a result of its own.", fails={VALUE, BATCH, CROP})
def uses_the_first_image_only(x, k, b, stride=(1, 1), padding="valid"):
    y = conv2d_nhwc(x, k, b, stride, padding)
    return np.broadcast_to(y[:1], y.shape)


@misconception(
    "Your result has its channels first. They come last: (N, Ho, Wo, Co).",
    fails={VALUE, SEES, SHAPE, BIAS, STRIDE, CROP, OWN, LINEAR, LESS, TRANSPOSE},
)
def gives_channels_first(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, b, stride, padding).transpose(0, 3, 1, 2)


@misconception("Each of your maps is transposed: y[n, i, j, o] belongs to row i and column j.", fails={VALUE, SEES, SHAPE, STRIDE, CROP, LESS})
def transposes_the_maps(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, b, stride, padding).transpose(0, 2, 1, 3)


@misconception("Your result holds integers, so every entry is truncated. Make it an array of floats.", fails={VALUE, INTEGERS})
def allocates_integers(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, b, stride, padding).astype(int)


@misconception(
    "Your result has the type of an array you are given, so with integers every entry is truncated. Make it an array of floats.", fails={INTEGERS}
)
def takes_the_type_of_an_argument(x, k, b, stride=(1, 1), padding="valid"):
    return conv2d_nhwc(x, k, b, stride, padding).astype(x.dtype)


@misconception("You write into the kernel. Make a new array for what you compute.", fails={INPUTS})
def writes_into_the_kernel(x, k, b, stride=(1, 1), padding="valid"):
    y = conv2d_nhwc(x, k, b, stride, padding)
    k[...] = k[::-1, ::-1].copy() + 1
    return y


_calls = []


@misconception(
    "Your function remembers earlier calls: its result grows from call to call. Start every call with a fresh array.",
    fails={VALUE, SEES, BATCH, BIAS, STRIDE, CROP, ADD, OWN, LINEAR, LESS, TRANSPOSE, DEFAULTS, INTEGERS, MEMORY},
)
def goes_on_from_earlier_calls(x, k, b, stride=(1, 1), padding="valid"):
    _calls.append(1)
    return conv2d_nhwc(x, k, b, stride, padding) + len(_calls) - 1
