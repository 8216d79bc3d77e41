"""corr2d_multi_in: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv2D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_one_map_of_the_valid_shape"
CROP = "a_one_hot_filter_cuts_a_crop_of_its_channel"
IMPULSE = "an_impulse_shows_the_kernel_of_its_channel_rotated"
ADD = "channels_add_up"
ORDER = "channels_may_change_their_order"
TWICE = "channels_twice_give_twice_the_result"
IMAGE = "is_linear_in_the_image"
FILTER = "is_linear_in_the_filter"
LESS = "a_row_or_column_less_is_one_less_in_the_result"
TRANSPOSE = "rows_and_columns_may_trade_places"
CONSTANT = "constant_channels_weigh_the_sums_of_the_kernels"
REFUSES = "refuses_different_numbers_of_channels"
INTEGERS = "does_not_truncate_integers"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def corr2d_multi_in(X, K):
    """Plain loops (Zhang et al., Dive into Deep Learning, section 7.4.1)."""
    same_channels(X, K)
    channels, h, w = K.shape
    Y = np.zeros((X.shape[1] - h + 1, X.shape[2] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for c in range(channels):
                for a in range(h):
                    for b in range(w):
                        Y[i, j] += X[c, i + a, j + b] * K[c, a, b]
    return Y


def second_technique(X, K):
    """Products of Fourier transforms, added over the channels; where the kernel fits nothing wraps around."""
    same_channels(X, K)
    H, W = X.shape[1:]
    spectrum = (np.fft.rfft2(X) * np.fft.rfft2(K, (H, W)).conj()).sum(0)
    return np.fft.irfft2(spectrum, (H, W))[: H - K.shape[1] + 1, : W - K.shape[2] + 1]


def keras(X, K):
    """One Conv2D with one filter; image and kernel channels last."""
    import keras

    layer = keras.layers.Conv2D(1, K.shape[1:], use_bias=False)
    layer.build((None, *X.shape[1:], len(X)))
    layer.set_weights([K.transpose(1, 2, 0)[..., None]])
    return keras.ops.convert_to_numpy(layer(X.transpose(1, 2, 0)[None]))[0, :, :, 0]


def terms(X, K):
    """The products that an entry adds up."""
    return K.size


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    yield array(16, 20, 17), array(16, 3, 3)
    yield array(3, 25, 23), array(3, 7, 6)


def same_channels(X, K):
    if len(X) != len(K):
        raise ValueError("image and filter have different numbers of channels")


def maps(X, K):
    """One map for each pair of channel and kernel, what a student's list comprehension gives."""
    same_channels(X, K)
    return np.stack([corr2d_multi_in(x[None], k[None]) for x, k in zip(X, K, strict=True)])


@misconception(
    "You return one map for each channel. A filter adds the maps of its channels up to one.",
    fails={VALUE, SHAPE, CROP, IMPULSE, ADD, ORDER, TWICE, LESS, TRANSPOSE, CONSTANT},
)
def keeps_one_map_a_channel(X, K):
    return maps(X, K)


@misconception("You average the channels. Add their maps, and divide by nothing.", fails={VALUE, CROP, IMPULSE, ADD, TWICE, CONSTANT})
def averages_the_channels(X, K):
    return maps(X, K).mean(0)


@misconception(
    "You add the channels up before you correlate, which mixes every channel with every kernel. Correlate first, then add.",
    fails={VALUE, CROP, IMPULSE, ADD, TWICE, CONSTANT},
)
def adds_the_channels_up_first(X, K):
    same_channels(X, K)
    return corr2d_multi_in(X.sum(0)[None], K.sum(0)[None])


@misconception(
    "Only the first channel counts in your result. Add the maps of all channels.", fails={VALUE, CROP, IMPULSE, ADD, ORDER, TWICE, CONSTANT}
)
def uses_the_first_channel_only(X, K):
    return maps(X, K)[0]


@misconception(
    "Only the last channel is left in your result: each overwrites the one before. Add them up.",
    fails={VALUE, CROP, IMPULSE, ADD, ORDER, TWICE, CONSTANT},
)
def keeps_the_last_channel_only(X, K):
    return maps(X, K)[-1]


@misconception(
    "You pair the channels of the image with the kernels in reverse order. Channel c of the image belongs to kernel c of the filter.",
    fails={VALUE, CROP, IMPULSE, ADD, ORDER, CONSTANT},
)
def reverses_the_kernels(X, K):
    return corr2d_multi_in(X, K[::-1])


@misconception(
    "You use the first kernel for every channel. Channel c of the image has a kernel of its own, K[c].",
    fails={VALUE, CROP, IMPULSE, ADD, ORDER, CONSTANT},
)
def uses_the_first_kernel_for_every_channel(X, K):
    same_channels(X, K)
    return corr2d_multi_in(X, np.broadcast_to(K[:1], K.shape))


@misconception(
    "You keep the largest of the channels' maps. The entry is their sum.", fails={VALUE, CROP, IMPULSE, ADD, TWICE, IMAGE, FILTER, CONSTANT}
)
def keeps_the_largest_channel(X, K):
    return maps(X, K).max(0)


@misconception(
    "You multiply the channels' maps with each other. Add them.", fails={VALUE, CROP, IMPULSE, ADD, TWICE, IMAGE, FILTER, CONSTANT, INTEGERS}
)
def multiplies_the_channels(X, K):
    return maps(X, K).prod(0)


@misconception(
    "You count three channels, as a colour image has. Take their number from the image: X.shape[0].",
    fails={VALUE, CROP, IMPULSE, ADD, TWICE, ORDER, CONSTANT},
)
def counts_three_channels(X, K):
    return maps(X, K)[:3].sum(0)


@misconception("You flip the kernels. Cross-correlation does not: K[c, 0, 0] meets the top left of the window.", fails={VALUE, CROP, IMPULSE})
def flips_the_kernels(X, K):
    return corr2d_multi_in(X, K[:, ::-1, ::-1])


@misconception(
    "You flip the filter along all three axes, channels too: that is a convolution in three dimensions. Flip none.",
    fails={VALUE, CROP, IMPULSE, ADD, ORDER, CONSTANT},
)
def flips_channels_and_kernels(X, K):
    return corr2d_multi_in(X, K[::-1, ::-1, ::-1])


@misconception("Rows and columns of the kernels are exchanged, which shows on square kernels that are not symmetric.", fails={VALUE, CROP, IMPULSE})
def transposes_square_kernels(X, K):
    return corr2d_multi_in(X, K.transpose(0, 2, 1) if K.shape[1] == K.shape[2] else K)


@misconception(
    "The last row and column of positions are missing: a kernel of n fits into N at N - n + 1 places, not N - n.",
    fails={VALUE, SHAPE, CROP, IMPULSE, CONSTANT},
)
def leaves_out_the_last_position(X, K):
    return corr2d_multi_in(X, K)[:-1, :-1]


@misconception("Your result is transposed: Y[i, j] belongs to row i and column j of the image.", fails={VALUE, SHAPE, CROP, IMPULSE, LESS, CONSTANT})
def transposes_the_result(X, K):
    return corr2d_multi_in(X, K).T


@misconception("Your result holds integers, so every entry is truncated. Make it an array of floats.", fails={VALUE, INTEGERS})
def allocates_integers(X, K):
    return corr2d_multi_in(X, K).astype(int)


@misconception(
    "Your result has the type of an array you are given, so with integers every entry is truncated. Make it an array of floats.", fails={INTEGERS}
)
def takes_the_type_of_an_argument(X, K):
    return corr2d_multi_in(X, K).astype(X.dtype)


@misconception(
    "Different numbers of channels must raise ValueError: zip() stops at the shorter one, broadcasting repeats a single one, and neither says so.",
    fails={REFUSES},
)
def does_not_compare_the_channels(X, K):
    n = min(len(X), len(K))
    return corr2d_multi_in(X[:n], K[:n])


@misconception("You write into the image. Make a new array for the result.", fails={INPUTS})
def writes_into_the_image(X, K):
    Y = corr2d_multi_in(X, K)
    X[0, : Y.shape[0], : Y.shape[1]] = Y
    return Y


_calls = []


@misconception(
    "Your function remembers earlier calls: its result grows from call to call. Start every call with a fresh array.",
    fails={VALUE, CROP, IMPULSE, ADD, ORDER, TWICE, IMAGE, FILTER, LESS, TRANSPOSE, CONSTANT, INTEGERS, MEMORY},
)
def goes_on_from_earlier_calls(X, K):
    _calls.append(1)
    return corr2d_multi_in(X, K) + len(_calls) - 1
