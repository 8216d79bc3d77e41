"""im2col: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv2D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_one_row_for_each_patch"
PRODUCT = "times_a_kernel_it_is_the_correlation"
SEEN = "every_pixel_is_there_once_for_each_patch_that_sees_it"
POOL = "largest_entries_are_maximum_pooling"
CHANNEL = "every_channel_has_columns_of_its_own"
PIXEL = "patches_of_one_pixel_are_the_pixels"
STRIDE = "a_stride_keeps_every_sth_patch"
TRADE = "rows_and_columns_may_trade_places"
LESS = "a_row_or_column_less_is_a_row_or_column_less"
ADDED = "a_constant_added_is_added"
DEFAULT = "the_stride_is_one_unless_given"
TRUNCATE = "does_not_truncate"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def im2col(X, kernel, stride=1):
    """Patches as rows (K. Chellapilla, S. Puri, P. Simard, High performance CNNs for document processing, 2006)."""
    (C, H, W), (h, w) = X.shape, kernel
    rows = []
    for i in range(0, H - h + 1, stride):
        for j in range(0, W - w + 1, stride):
            rows.append([float(X[c, i + a, j + b]) for c in range(C) for a in range(h) for b in range(w)])
    return np.array(rows)


def second_technique(X, kernel, stride=1):
    """All windows at once, the axes of the places moved to the front."""
    windows = np.lib.stride_tricks.sliding_window_view(X, kernel, (1, 2))[:, ::stride, ::stride]
    return windows.transpose(1, 2, 0, 3, 4).reshape(-1, len(X) * kernel[0] * kernel[1])


def keras(X, kernel, stride=1):
    """A Conv2D with a filter for each number in a patch, 1 there and 0 elsewhere."""
    import keras

    size = len(X) * kernel[0] * kernel[1]
    layer = keras.layers.Conv2D(size, kernel, stride, use_bias=False)
    layer.build((None, *X.shape[1:], len(X)))
    layer.set_weights([np.eye(size).reshape(len(X), *kernel, size).transpose(1, 2, 0, 3)])
    return keras.ops.convert_to_numpy(layer(X.transpose(1, 2, 0)[None])).reshape(-1, size)


def terms(X, kernel, stride=1):
    """A patch holds pixels: nothing is added up."""
    return 1


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    yield array(8, 17, 19), (3, 3)
    yield array(3, 22, 25), (5, 4), 2


def patches(X, kernel, down, across):
    """The patches with axes row and column of the output, channel, row and column in the patch; a stride for each axis."""
    return np.lib.stride_tricks.sliding_window_view(X, kernel, (1, 2))[:, ::down, ::across].transpose(1, 2, 0, 3, 4)


def flat(P):
    """A row for each patch."""
    return P.reshape(P.shape[0] * P.shape[1], -1 if P.size else P.shape[2] * P.shape[3] * P.shape[4])


@misconception(
    "You flatten a patch pixel by pixel, with the channels side by side. K.ravel() goes channel by channel, and your columns must do the same.",
    fails={VALUE, PRODUCT, POOL, CHANNEL, TRADE},
)
def puts_the_channels_last(X, kernel, stride=1):
    return flat(patches(X, kernel, stride, stride).transpose(0, 1, 3, 4, 2))


@misconception(
    "You flatten each channel of a patch column by column. K.ravel() goes row by row, and your columns must do the same.",
    fails={VALUE, PRODUCT, TRADE},
)
def flattens_the_patches_column_by_column(X, kernel, stride=1):
    return flat(patches(X, kernel, stride, stride).swapaxes(3, 4))


@misconception(
    "You go over the places column by column. Row i * Wo + j is patch (i, j): the places go row by row.",
    fails={VALUE, PRODUCT, POOL, PIXEL, STRIDE, TRADE, LESS},
)
def orders_the_patches_column_by_column(X, kernel, stride=1):
    return flat(patches(X, kernel, stride, stride).swapaxes(0, 1))


@misconception(
    "Your patches are columns. Each is a row here: the shape is (Ho * Wo, Ci * Kh * Kw).",
    fails={VALUE, SHAPE, PRODUCT, POOL, CHANNEL, PIXEL, STRIDE, TRADE, LESS},
)
def stacks_the_patches_as_columns(X, kernel, stride=1):
    return im2col(X, kernel, stride).T


@misconception(
    "You reshape all windows at once while the channels are the first axis. Move the channels behind the places before you reshape.",
    fails={VALUE, PRODUCT, POOL, CHANNEL, PIXEL, STRIDE, TRADE, LESS},
)
def reshapes_with_the_channels_first(X, kernel, stride=1):
    P = patches(X, kernel, stride, stride)
    return P.transpose(2, 0, 1, 3, 4).reshape(P.shape[0] * P.shape[1], -1)


@misconception(
    "You reshape the image. Patches overlap, so that pixels stand in several rows: cut every patch out.",
    fails={VALUE, PRODUCT, SEEN, POOL, CHANNEL, PIXEL, STRIDE, TRADE, LESS},
)
def reshapes_the_image(X, kernel, stride=1):
    return np.resize(X, im2col(X, kernel, stride).shape)


@misconception("You turn every patch by 180 degrees. A correlation does not flip: patches stay as they are in the image.", fails={VALUE, PRODUCT})
def flips_the_patches(X, kernel, stride=1):
    return flat(patches(X, kernel, stride, stride)[..., ::-1, ::-1])


@misconception(
    "You use the patch's height for its width as well. A patch is Kh x Kw.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, CHANNEL, STRIDE, TRADE, LESS},
)
def takes_the_patch_for_square(X, kernel, stride=1):
    return flat(patches(X, (kernel[0], kernel[0]), stride, stride))


@misconception(
    "Height and width of the patch are exchanged: kernel is (Kh, Kw).",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, STRIDE, TRADE, LESS},
)
def exchanges_height_and_width_of_the_patch(X, kernel, stride=1):
    return flat(patches(X, kernel[::-1], stride, stride))


@misconception(
    "You use the image's height for its width as well: that works for square images only.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, PIXEL, TRADE, LESS, STRIDE},
)
def takes_the_image_for_square(X, kernel, stride=1):
    P = patches(X, kernel, stride, stride)
    across = max((X.shape[1] - kernel[1]) // stride + 1, 0)
    return flat(np.pad(P, ((0, 0), (0, max(across - P.shape[1], 0)), (0, 0), (0, 0), (0, 0)), "edge")[:, :across])


@misconception(
    "You leave out the stride: neighbouring patches are stride pixels apart.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, STRIDE, TRADE, LESS},
)
def ignores_the_stride(X, kernel, stride=1):
    return flat(patches(X, kernel, 1, 1))


@misconception(
    "You use the stride down the image only. It holds across as well.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, STRIDE, TRADE, LESS},
)
def strides_down_only(X, kernel, stride=1):
    return flat(patches(X, kernel, stride, 1))


@misconception(
    "You move by the size of the patch. Neighbouring patches are stride pixels apart, and they may overlap.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, STRIDE, TRADE, LESS},
)
def moves_by_the_patch(X, kernel, stride=1):
    return flat(patches(X, kernel, *kernel))


@misconception(
    "Without a stride you move by the size of the patch, as pooling does. Here the default is 1.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, DEFAULT},
)
def moves_by_the_patch_unless_told(X, kernel, stride=None):
    return flat(patches(X, kernel, *((stride, stride) if stride else kernel)))


@misconception(
    "You count the patches with the stride, and then move by 1. Patch (i, j) begins at (i * stride, j * stride).",
    fails={VALUE, PRODUCT, SEEN, POOL, STRIDE, LESS},
)
def begins_the_patches_one_pixel_apart(X, kernel, stride=1):
    down, across = patches(X, kernel, stride, stride).shape[:2]
    return flat(patches(X, kernel, 1, 1)[:down, :across])


@misconception(
    "You add the 1 before you divide. There are (H - Kh) // stride + 1 patches down.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, STRIDE, TRADE, LESS},
)
def adds_one_before_dividing(X, kernel, stride=1):
    down, across = ((n - k + 1) // stride for n, k in zip(X.shape[1:], kernel, strict=True))
    return flat(patches(X, kernel, stride, stride)[:down, :across])


@misconception(
    "The last patches down and across are missing: a patch of n fits into N at N - n + 1 places, not N - n.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, PIXEL, STRIDE, TRADE, LESS},
)
def leaves_out_the_last_position(X, kernel, stride=1):
    return flat(patches(X, kernel, stride, stride)[:-1, :-1])


@misconception(
    "You pad the image with zeros, so that there is a patch around every pixel. This exercise has no padding.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, STRIDE, TRADE, LESS, ADDED},
)
def pads_the_image(X, kernel, stride=1):
    (h, w) = kernel
    return flat(patches(np.pad(X, ((0, 0), ((h - 1) // 2, h // 2), ((w - 1) // 2, w // 2))), kernel, stride, stride))


@misconception(
    "You cut the patches out of the first channel alone. A patch has all channels.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, CHANNEL, PIXEL, STRIDE, TRADE, LESS},
)
def cuts_the_first_channel_only(X, kernel, stride=1):
    return im2col(X[:1], kernel, stride)


@misconception("Your matrix holds integers, so every pixel is truncated. Make it an array of floats.", fails={VALUE, TRUNCATE})
def allocates_integers(X, kernel, stride=1):
    return im2col(X, kernel, stride).astype(int)


@misconception("You turn the image round in place, which changes the caller's array. Work on a copy.", fails={INPUTS})
def changes_the_image(X, kernel, stride=1):
    rows = im2col(X, kernel, stride)
    X[:] = X[:, ::-1, ::-1].copy()
    return rows


_rows = {}


@misconception(
    "Your list of patches keeps those of earlier calls. Make a new list in every call.",
    fails={VALUE, SHAPE, PRODUCT, SEEN, POOL, CHANNEL, PIXEL, STRIDE, TRADE, LESS, ADDED, DEFAULT, TRUNCATE, MEMORY},
)
def remembers_earlier_patches(X, kernel, stride=1):
    rows = _rows.setdefault((len(X), kernel), [])
    rows.extend(im2col(X, kernel, stride))
    return np.array(rows)
