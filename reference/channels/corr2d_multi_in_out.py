"""corr2d_multi_in_out: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv2D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_one_map_a_filter"
OWN = "each_filter_has_its_own_map"
CROP = "one_hot_filters_cut_crops_of_their_channels"
IMPULSE = "an_impulse_shows_the_kernels_of_its_channel_rotated"
FILTERS = "filters_in_another_order_give_the_maps_in_that_order"
ORDER = "channels_may_change_their_order"
ADD = "channels_add_up"
LINEAR = "is_linear_in_the_filters"
IMAGE = "is_linear_in_the_image"
LESS = "a_row_or_column_less_is_one_less_in_every_map"
TRANSPOSE = "rows_and_columns_may_trade_places"
INTEGERS = "does_not_truncate_integers"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def corr2d_multi_in_out(X, K):
    """Plain loops (Zhang et al., Dive into Deep Learning, section 7.4.2)."""
    filters, channels, h, w = K.shape
    Y = np.zeros((filters, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for o in range(filters):
        for i in range(Y.shape[1]):
            for j in range(Y.shape[2]):
                for c in range(channels):
                    for a in range(h):
                        for b in range(w):
                            Y[o, i, j] += X[c, i + a, j + b] * K[o, c, a, b]
    return Y


def second_technique(X, K):
    """One matrix product: each filter a row, each window a column."""
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape[2:], (1, 2))
    columns = windows.transpose(0, 3, 4, 1, 2).reshape(K[0].size, -1)
    return (K.reshape(len(K), -1) @ columns).reshape(len(K), *windows.shape[1:3])


def keras(X, K):
    """One Conv2D with these filters; image and kernels channels last."""
    import keras

    layer = keras.layers.Conv2D(len(K), K.shape[2:], use_bias=False)
    layer.build((None, *X.shape[1:], len(X)))
    layer.set_weights([K.transpose(2, 3, 1, 0)])
    return keras.ops.convert_to_numpy(layer(X.transpose(1, 2, 0)[None]))[0].transpose(2, 0, 1)


def terms(X, K):
    """The products that an entry adds up."""
    return K[0].size


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    yield array(8, 13, 11), array(8, 8, 3, 3)
    yield array(3, 14, 17), array(4, 3, 5, 4)


def pairs(X, K):
    """The map of every filter and channel, not added yet: shape (Co, Ci, Ho, Wo)."""
    return np.stack([[corr2d_multi_in_out(x[None], k[None, None])[0] for x, k in zip(X, one, strict=True)] for one in K])


@misconception(
    "You return one map for each filter and channel. Inside a filter the maps of the channels are added; only filters are stacked.",
    fails={VALUE, SHAPE, OWN, CROP, IMPULSE, FILTERS, ORDER, ADD},
)
def keeps_one_map_a_pair(X, K):
    maps = pairs(X, K)
    return maps.reshape(-1, *maps.shape[2:])


@misconception(
    "You stack the maps along the last axis. Channels come first here: the filters are axis 0 of the result.",
    fails={VALUE, SHAPE, OWN, CROP, IMPULSE, FILTERS, LESS, TRANSPOSE},
)
def stacks_along_the_last_axis(X, K):
    return corr2d_multi_in_out(X, K).transpose(1, 2, 0)


@misconception(
    "You add the maps of the filters, too. Filters do not know of each other: stack their maps.",
    fails={VALUE, SHAPE, OWN, CROP, IMPULSE, FILTERS, LESS, TRANSPOSE},
)
def adds_the_filters_up(X, K):
    return corr2d_multi_in_out(X, K).sum(0)


@misconception("You use the first filter for every map. Map o comes from filter K[o].", fails={VALUE, OWN, CROP, IMPULSE, FILTERS})
def uses_the_first_filter_for_every_map(X, K):
    return corr2d_multi_in_out(X, np.broadcast_to(K[:1], K.shape))


@misconception(
    "All maps are those of the last filter: you put the same array into the list again and again. Make a new one for each filter.",
    fails={VALUE, OWN, CROP, IMPULSE, FILTERS},
)
def uses_the_last_filter_for_every_map(X, K):
    return corr2d_multi_in_out(X, np.broadcast_to(K[-1:], K.shape))


@misconception("The sum goes on from one filter to the next. Start it at zero for each filter.", fails={VALUE, OWN, CROP, IMPULSE, FILTERS})
def never_resets_the_sum(X, K):
    return corr2d_multi_in_out(X, K).cumsum(0)


@misconception(
    "You exchange filters and channels of the kernel: K[o, c] is what filter o does to channel c. With as many of both nothing warns you.",
    fails={VALUE, OWN, CROP, IMPULSE, FILTERS, ORDER, ADD},
)
def exchanges_filters_and_channels(X, K):
    return corr2d_multi_in_out(X, K.transpose(1, 0, 2, 3) if K.shape[0] == K.shape[1] else K)


@misconception(
    "You reshape the kernel where its axes must be exchanged: its memory order is (Co, Ci, Kh, Kw).",
    fails={VALUE, OWN, CROP, IMPULSE, FILTERS, ORDER, ADD},
)
def reshapes_the_kernel_to_channels_first(X, K):
    return corr2d_multi_in_out(X, K.reshape(K.shape[1], K.shape[0], *K.shape[2:]).transpose(1, 0, 2, 3))


@misconception("You average the channels. Add their maps, and divide by nothing.", fails={VALUE, CROP, IMPULSE, ADD})
def averages_the_channels(X, K):
    return pairs(X, K).mean(1)


@misconception("Every filter looks at the first channel only. It sees all channels and adds their maps.", fails={VALUE, CROP, IMPULSE, ORDER, ADD})
def uses_the_first_channel_only(X, K):
    return pairs(X, K)[:, 0]


@misconception("You add the channels up before you correlate. Each channel has a kernel of its own.", fails={VALUE, CROP, IMPULSE, ADD})
def adds_the_channels_up_first(X, K):
    return corr2d_multi_in_out(X.sum(0)[None], K.sum(1)[:, None])


@misconception(
    "Filter o sees channel o alone, as in a depthwise convolution. Here every filter sees all channels.",
    fails={VALUE, OWN, CROP, IMPULSE, FILTERS, ORDER, ADD},
)
def pairs_filters_with_channels(X, K):
    maps = pairs(X, K)
    return np.stack([maps[o, o % len(X)] for o in range(len(K))])


@misconception("You keep the largest of the channels' maps. The entry is their sum.", fails={VALUE, CROP, IMPULSE, ADD, LINEAR, IMAGE})
def keeps_the_largest_channel(X, K):
    return pairs(X, K).max(1)


@misconception("You flip the kernels. Cross-correlation does not: K[o, c, 0, 0] meets the top left of the window.", fails={VALUE, CROP, IMPULSE})
def flips_the_kernels(X, K):
    return corr2d_multi_in_out(X, K[:, :, ::-1, ::-1])


@misconception("Rows and columns of the kernels are exchanged, which shows on square kernels that are not symmetric.", fails={VALUE, CROP, IMPULSE})
def transposes_square_kernels(X, K):
    return corr2d_multi_in_out(X, K.transpose(0, 1, 3, 2) if K.shape[2] == K.shape[3] else K)


@misconception(
    "The last row and column of positions are missing: a kernel of n fits into N at N - n + 1 places, not N - n.",
    fails={VALUE, SHAPE, CROP, IMPULSE},
)
def leaves_out_the_last_position(X, K):
    return corr2d_multi_in_out(X, K)[:, :-1, :-1]


@misconception("Each of your maps is transposed: Y[o, i, j] belongs to row i and column j.", fails={VALUE, SHAPE, CROP, IMPULSE, LESS})
def transposes_the_maps(X, K):
    return corr2d_multi_in_out(X, K).transpose(0, 2, 1)


@misconception("You drop the first axis if there is one filter. The result has three axes, whatever their lengths.", fails={VALUE, SHAPE, OWN})
def squeezes_a_single_map(X, K):
    Y = corr2d_multi_in_out(X, K)
    return Y[0] if len(K) == 1 else Y


@misconception("Your result holds integers, so every entry is truncated. Make it an array of floats.", fails={VALUE, INTEGERS})
def allocates_integers(X, K):
    return corr2d_multi_in_out(X, K).astype(int)


@misconception(
    "Your result has the type of an array you are given, so with integers every entry is truncated. Make it an array of floats.", fails={INTEGERS}
)
def takes_the_type_of_an_argument(X, K):
    return corr2d_multi_in_out(X, K).astype(X.dtype)


@misconception("You write into the filters. Make a new array for the result.", fails={INPUTS})
def writes_into_the_filters(X, K):
    Y = corr2d_multi_in_out(X, K)
    K *= 2
    return Y


_calls = []


@misconception(
    "Your function remembers earlier calls: its result grows from call to call. Start every call with a fresh array.",
    fails={VALUE, OWN, CROP, IMPULSE, FILTERS, ORDER, ADD, LINEAR, IMAGE, LESS, TRANSPOSE, INTEGERS, MEMORY},
)
def goes_on_from_earlier_calls(X, K):
    _calls.append(1)
    return corr2d_multi_in_out(X, K) + len(_calls) - 1
