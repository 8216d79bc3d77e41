"""pool_nhwc: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.MaxPooling2D, keras.layers.AveragePooling2D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_the_right_shape"
WITHIN = "stays_within_its_block"
IMAGE = "every_image_is_pooled_on_its_own"
CHANNEL = "every_channel_is_pooled_on_its_own"
TRADE = "images_and_channels_may_trade_places"
ADDED = "a_constant_added_is_added"
REST = "what_fills_no_block_does_not_count"
CUT_OFF = "the_first_blocks_may_be_cut_off"
BRIGHT = "a_bright_pixel_is_its_block"
LINEAR = "averages_add_up"
INTEGERS = "does_not_truncate_integers"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def pool_nhwc(x, size, mode="max"):
    """Pooling of each channel in plain loops (Zhang et al., Dive into Deep Learning, section 7.5.3)."""
    N, H, W, C = x.shape
    y = np.zeros((N, H // size, W // size, C))
    for n, i, j, c in np.ndindex(y.shape):
        rows, columns = range(i * size, (i + 1) * size), range(j * size, (j + 1) * size)
        entries = [float(x[n, a, b, c]) for a in rows for b in columns]
        y[n, i, j, c] = max(entries) if mode == "max" else sum(entries) / len(entries)
    return y


def second_technique(x, size, mode="max"):
    """Combine the images of all first, second, ... pixels of the blocks."""
    parts = [part(x, a, b, size) for a in range(size) for b in range(size)]
    return np.maximum.reduce(parts) if mode == "max" else sum(parts) / size**2


def part(x, a, b, size):
    """Of each block the pixel in row a and column b."""
    _, H, W, _ = x.shape
    return x[:, a : H // size * size : size, b : W // size * size : size]


def keras(x, size, mode="max"):
    """The Keras layer of the mode."""
    import keras

    layer = keras.layers.MaxPooling2D if mode == "max" else keras.layers.AveragePooling2D
    return keras.ops.convert_to_numpy(layer(size)(x))


def terms(x, size, mode="max"):
    """A mean adds up its block and divides; a maximum is an entry as it is."""
    return size**2 + 1 if mode == "avg" else 0


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    for mode in ("max", "avg"):
        yield array(3, 23, 18, 8), 2, mode
        yield array(2, 20, 31, 5), 5, mode


def reduced(blocks, axes, mode):
    return blocks.max(axes) if mode == "max" else blocks.mean(axes)


def cropped(x, size):
    return x[:, : x.shape[1] // size * size, : x.shape[2] // size * size]


def reshaped(x, size, mode, largest=np.max, mean=np.mean):
    """What a student's reshape does, with one part of it changed."""
    N, H, W, C = x.shape
    blocks = cropped(x, size).reshape(N, H // size, size, W // size, size, C)
    return (largest if mode == "max" else mean)(blocks, axis=(2, 4))


@misconception(
    "You take the maximum, or the mean, across the channels as well. Each channel is pooled on its own.",
    fails={VALUE, WITHIN, CHANNEL, TRADE, BRIGHT},
)
def pools_across_the_channels(x, size, mode="max"):
    y = pool_nhwc(x, size, mode)
    return np.repeat(reduced(y, 3, mode)[..., None], x.shape[3], 3)


@misconception(
    "You take the maximum, or the mean, across the images as well. Each image is pooled on its own.",
    fails={VALUE, WITHIN, IMAGE, TRADE, BRIGHT},
)
def pools_across_the_images(x, size, mode="max"):
    y = pool_nhwc(x, size, mode)
    return np.repeat(reduced(y, 0, mode)[None], x.shape[0], 0)


@misconception(
    "You drop the axis of channels: the result is one map for all of them. Pooling keeps the number of channels.",
    fails={VALUE, SHAPE, WITHIN, CHANNEL, TRADE, BRIGHT},
)
def drops_the_channels(x, size, mode="max"):
    return reduced(pool_nhwc(x, size, mode), 3, mode)


@misconception(
    "Your reshape takes rows that lie blocks apart. Split the height into (blocks, size): which block comes first, then the row inside.",
    fails={VALUE, WITHIN, CUT_OFF, BRIGHT},
)
def reshapes_to_size_then_blocks(x, size, mode="max"):
    N, H, W, C = x.shape
    return reduced(cropped(x, size).reshape(N, size, H // size, size, W // size, C), (1, 3), mode)


@misconception(
    "Your reshape puts both axes of blocks first, which mixes pixels of different places. Split each axis where it stands: "
    "(N, rows, size, columns, size, C).",
    fails={VALUE, WITHIN, TRADE, CUT_OFF},
)
def reshapes_to_blocks_then_insides(x, size, mode="max"):
    N, H, W, C = x.shape
    return reduced(cropped(x, size).reshape(N, H // size, W // size, size, size, C), (3, 4), mode)


@misconception(
    "You leave out rows at the top and columns at the left. What fills no block is at the bottom and at the right.",
    fails={VALUE, WITHIN, REST, BRIGHT},
)
def leaves_out_the_first_rows(x, size, mode="max"):
    return pool_nhwc(x[:, x.shape[1] % size :, x.shape[2] % size :], size, mode)


@misconception(
    "You keep the rows and columns that fill no block, as smaller blocks. They are left out: round H / size and W / size down.",
    fails={VALUE, SHAPE, WITHIN, REST},
)
def keeps_what_is_left_over(x, size, mode="max"):
    N, H, W, C = x.shape
    y = np.zeros((N, -(-H // size), -(-W // size), C))
    for i in range(y.shape[1]):
        for j in range(y.shape[2]):
            y[:, i, j] = reduced(x[:, i * size : (i + 1) * size, j * size : (j + 1) * size], (1, 2), mode)
    return y


@misconception(
    "You fill up the last blocks with zeros. Rows and columns that fill no block are left out.",
    fails={VALUE, SHAPE, WITHIN, ADDED, REST},
)
def fills_up_with_zeros(x, size, mode="max"):
    _, H, W, _ = x.shape
    return pool_nhwc(np.pad(x, ((0, 0), (0, -H % size), (0, -W % size), (0, 0))), size, mode)


@misconception(
    "You move by one pixel. The stride is the size: blocks lie side by side.",
    fails={VALUE, SHAPE, WITHIN, REST, CUT_OFF, BRIGHT},
)
def moves_by_one_pixel(x, size, mode="max"):
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), (1, 2))
    return reduced(windows, (4, 5), mode)


@misconception(
    "You read the axes as (N, C, H, W): channels come last here.",
    fails={VALUE, SHAPE, WITHIN, CHANNEL, TRADE, REST, CUT_OFF, BRIGHT},
)
def takes_the_channels_for_the_second_axis(x, size, mode="max"):
    return pool_nhwc(x.transpose(0, 2, 3, 1), size, mode).transpose(0, 3, 1, 2)


@misconception(
    "You take the images for square, with their height for the width as well.",
    fails={VALUE, SHAPE, WITHIN, TRADE},
)
def takes_the_images_for_square(x, size, mode="max"):
    _, H, W, _ = x.shape
    square = np.pad(x, ((0, 0), (0, 0), (0, max(H - W, 0)), (0, 0)), mode="edge")[:, :, :H]
    return pool_nhwc(square, size, mode)


@misconception("Rows and columns of your result are exchanged.", fails={VALUE, SHAPE, WITHIN, BRIGHT})
def exchanges_rows_and_columns(x, size, mode="max"):
    return pool_nhwc(x, size, mode).transpose(0, 2, 1, 3)


@misconception("You always pool blocks of 2 x 2. The size is an argument.", fails={VALUE, SHAPE, WITHIN})
def always_takes_blocks_of_two(x, size, mode="max"):
    return pool_nhwc(x, 2, mode)


@misconception(
    "You pool only the first image and repeat it. Every image of the batch has a result of its own.", fails={VALUE, WITHIN, IMAGE, TRADE, BRIGHT}
)
def repeats_the_first_image(x, size, mode="max"):
    return np.repeat(pool_nhwc(x[:1], size, mode), len(x), 0)


@misconception("You take the maximum whatever the mode: 'avg' asks for the mean.", fails={VALUE, LINEAR})
def always_takes_the_maximum(x, size, mode="max"):
    return pool_nhwc(x, size)


@misconception("You take the mean whatever the mode: 'max' asks for the largest entry.", fails={VALUE, BRIGHT})
def always_takes_the_mean(x, size, mode="max"):
    return pool_nhwc(x, size, "avg")


@misconception("You keep the smallest entry of the block instead of the largest.", fails={VALUE, BRIGHT})
def takes_the_minimum(x, size, mode="max"):
    return reshaped(x, size, mode, largest=np.min)


@misconception("You take the largest absolute value. The maximum looks at the sign: -1 is larger than -5.", fails={VALUE, WITHIN, ADDED})
def takes_the_largest_absolute_value(x, size, mode="max"):
    return reshaped(x, size, mode, largest=lambda blocks, axis: np.abs(blocks).max(axis))


@misconception(
    "Your maximum starts at 0, which beats every negative number. Start with an entry of the block, or with minus infinity.",
    fails={VALUE, WITHIN, ADDED},
)
def starts_the_maximum_at_zero(x, size, mode="max"):
    return reshaped(x, size, mode, largest=lambda blocks, axis: np.maximum(blocks.max(axis), 0))


@misconception("For 'avg' you add up the block without dividing by the number of its pixels.", fails={VALUE, WITHIN, ADDED})
def sums_instead_of_averaging(x, size, mode="max"):
    return reshaped(x, size, mode, mean=np.sum)


@misconception("For 'avg' you divide by the size. A block has size * size pixels.", fails={VALUE, WITHIN, ADDED})
def divides_by_the_size(x, size, mode="max"):
    return reshaped(x, size, mode, mean=lambda blocks, axis: blocks.sum(axis) / size)


@misconception("Your result holds integers, so every mean is truncated. Make it an array of floats.", fails={VALUE, ADDED, LINEAR})
def allocates_integers(x, size, mode="max"):
    return pool_nhwc(x, size, mode).astype(int)


@misconception(
    "Your result has the type of the batch, so with a batch of integers every mean is truncated. Make it an array of floats.", fails={INTEGERS}
)
def takes_the_type_of_the_batch(x, size, mode="max"):
    return pool_nhwc(x, size, mode).astype(x.dtype)


@misconception("You write into the batch. Make a new array for the result.", fails={INPUTS})
def writes_into_the_batch(x, size, mode="max"):
    y = pool_nhwc(x, size, mode)
    x[:, : y.shape[1], : y.shape[2]] = y
    return y


_calls = []


@misconception(
    "Your function keeps something between calls, and it gets into the result. Start every call afresh.",
    fails={VALUE, WITHIN, IMAGE, CHANNEL, TRADE, ADDED, REST, CUT_OFF, BRIGHT, LINEAR, INTEGERS, MEMORY},
)
def counts_its_calls(x, size, mode="max"):
    _calls.append(x.shape)
    return pool_nhwc(x, size, mode) + len(_calls) - 1
