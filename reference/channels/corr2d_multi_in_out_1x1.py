"""corr2d_multi_in_out_1x1: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Dense"

VALUE = "agrees_with_the_reference"
SHAPE = "has_one_map_a_filter"
ONE_HOT = "one_hot_filters_copy_their_channels"
SINGLE = "a_single_one_shows_the_weights_of_its_channel"
ALONE = "each_pixel_stands_alone"
LAYOUT = "pixels_may_be_laid_out_differently"
COMPOSE = "two_layers_are_one"
OWN = "each_filter_has_its_own_map"
ORDER = "channels_may_change_their_order"
ADD = "channels_add_up"
LINEAR = "is_linear_in_the_weights"
INTEGERS = "does_not_truncate_integers"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def corr2d_multi_in_out_1x1(X, K):
    """Plain loops (Zhang et al., Dive into Deep Learning, section 7.4.3; M. Lin et al., Network in Network, 2014)."""
    channels, height, width = X.shape
    Y = np.zeros((len(K), height, width))
    for o in range(len(K)):
        for i in range(height):
            for j in range(width):
                for c in range(channels):
                    Y[o, i, j] += K[o, c, 0, 0] * X[c, i, j]
    return Y


def second_technique(X, K):
    """The single matrix product that the exercise is about."""
    return (K.reshape(len(K), len(X)) @ X.reshape(len(X), -1)).reshape(len(K), *X.shape[1:])


def keras(X, K):
    """A dense layer: it works on the last axis, so the channels go there."""
    import keras

    layer = keras.layers.Dense(len(K), use_bias=False)
    layer.build((None, *X.shape[1:], len(X)))
    layer.set_weights([K[:, :, 0, 0].T])
    return keras.ops.convert_to_numpy(layer(X.transpose(1, 2, 0)[None]))[0].transpose(2, 0, 1)


def terms(X, K):
    """The products that an entry adds up."""
    return len(X)


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    yield array(64, 9, 8), array(16, 64, 1, 1)
    yield array(300, 3, 4), array(7, 300, 1, 1)


def mix(weights, X):
    """A matrix of weights applied to every pixel."""
    return corr2d_multi_in_out_1x1(X, weights[:, :, None, None])


def products(X, K):
    """The product of every weight and channel, not added yet: shape (Co, Ci, H, W)."""
    return K * X[None]


@misconception(
    "You scale channels one by one. A 1x1 convolution mixes them: every output pixel is a weighted sum over all input channels.",
    fails={VALUE, ONE_HOT, SINGLE, COMPOSE, OWN, ORDER, ADD},
)
def scales_each_channel(X, K):
    return np.stack([X[o % len(X)] * K[o, o % len(X), 0, 0] for o in range(len(K))])


@misconception(
    "Your reshape mixes pixels and channels: X is (Ci, H, W), so its matrix is X.reshape(Ci, H * W).",
    fails={VALUE, ONE_HOT, SINGLE, ALONE, LAYOUT, COMPOSE, ORDER, ADD},
)
def reshapes_the_image_to_channels_last(X, K):
    return corr2d_multi_in_out_1x1(X.reshape(-1, len(X)).T.reshape(X.shape), K)


@misconception(
    "K.reshape(Ci, Co).T is not the matrix of the weights: their order in memory is (Co, Ci), so K.reshape(Co, Ci) it is.",
    fails={VALUE, ONE_HOT, SINGLE, COMPOSE, OWN, ORDER, ADD},
)
def reshapes_the_weights_the_wrong_way(X, K):
    return mix(K.reshape(len(X), len(K)).T, X)


@misconception(
    "You transpose the weights where there are as many filters as channels: K[o, c] is the weight of channel c in output channel o.",
    fails={VALUE, ONE_HOT, SINGLE, COMPOSE, OWN, ORDER, ADD},
)
def transposes_square_weights(X, K):
    weights = K[:, :, 0, 0]
    return mix(weights.T if len(K) == len(X) else weights, X)


@misconception(
    "Your last reshape takes width before height. The maps have the shape (Co, H, W).", fails={VALUE, SHAPE, ONE_HOT, SINGLE, ALONE, LAYOUT, COMPOSE}
)
def reshapes_to_width_and_height(X, K):
    return corr2d_multi_in_out_1x1(X, K).reshape(len(K), X.shape[2], X.shape[1])


@misconception(
    "Each of your maps is transposed: Y[o, i, j] belongs to row i and column j.", fails={VALUE, SHAPE, ONE_HOT, SINGLE, ALONE, LAYOUT, COMPOSE}
)
def transposes_the_maps(X, K):
    return corr2d_multi_in_out_1x1(X, K).transpose(0, 2, 1)


@misconception(
    "Your result has the channels last. They come first: (Co, H, W).",
    fails={VALUE, SHAPE, ONE_HOT, SINGLE, ALONE, LAYOUT, COMPOSE, OWN},
)
def gives_channels_last(X, K):
    return corr2d_multi_in_out_1x1(X, K).transpose(1, 2, 0)


@misconception(
    "Pixels and channels are mixed up at the end: your product has pixels as rows, so it must be transposed before it is reshaped.",
    fails={VALUE, ONE_HOT, SINGLE, ALONE, LAYOUT, COMPOSE, OWN},
)
def reshapes_a_product_of_pixels_by_filters(X, K):
    return corr2d_multi_in_out_1x1(X, K).transpose(1, 2, 0).reshape(len(K), *X.shape[1:])


@misconception(
    "You return one map for each filter and channel. Inside a filter the weighted channels are added.",
    fails={VALUE, SHAPE, ONE_HOT, SINGLE, LAYOUT, COMPOSE, OWN, ORDER, ADD},
)
def keeps_one_map_a_pair(X, K):
    return products(X, K).reshape(-1, *X.shape[1:])


@misconception(
    "You add the maps of the filters, too. Filters do not know of each other: stack their maps.",
    fails={VALUE, SHAPE, ONE_HOT, SINGLE, ALONE, LAYOUT, COMPOSE, OWN},
)
def adds_the_filters_up(X, K):
    return corr2d_multi_in_out_1x1(X, K).sum(0)


@misconception("You average the weighted channels. Add them, and divide by nothing.", fails={VALUE, ONE_HOT, SINGLE, COMPOSE, ADD})
def averages_the_channels(X, K):
    return products(X, K).mean(1)


@misconception("Every filter looks at the first channel only. It sees all channels.", fails={VALUE, ONE_HOT, SINGLE, COMPOSE, ORDER, ADD})
def uses_the_first_channel_only(X, K):
    return products(X, K)[:, 0]


@misconception("You add the channels up before you weigh them. Each channel has a weight of its own.", fails={VALUE, ONE_HOT, SINGLE, COMPOSE, ADD})
def adds_the_channels_up_first(X, K):
    return mix(K.sum(1)[:, 0], X.sum(0)[None])


@misconception("You use the first filter for every map. Map o comes from filter K[o].", fails={VALUE, ONE_HOT, SINGLE, COMPOSE, OWN})
def uses_the_first_filter_for_every_map(X, K):
    return corr2d_multi_in_out_1x1(X, np.broadcast_to(K[:1], K.shape))


@misconception("You keep the largest of the weighted channels. The entry is their sum.", fails={VALUE, ONE_HOT, SINGLE, COMPOSE, ADD, LINEAR})
def keeps_the_largest_channel(X, K):
    return products(X, K).max(1)


@misconception(
    "You drop axes of length 1, with squeeze() or an index. The result has three axes, whatever their lengths.", fails={VALUE, SHAPE, ALONE, OWN}
)
def drops_axes_of_length_one(X, K):
    return corr2d_multi_in_out_1x1(X, K).squeeze()


@misconception("Your result holds integers, so every entry is truncated. Make it an array of floats.", fails={VALUE, INTEGERS})
def allocates_integers(X, K):
    return corr2d_multi_in_out_1x1(X, K).astype(int)


@misconception(
    "Your result has the type of an array you are given, so with integers every entry is truncated. Make it an array of floats.", fails={INTEGERS}
)
def takes_the_type_of_an_argument(X, K):
    return corr2d_multi_in_out_1x1(X, K).astype(X.dtype)


@misconception("You write into the image. Make a new array for the result.", fails={INPUTS, INTEGERS})
def writes_into_the_image(X, K):
    Y = corr2d_multi_in_out_1x1(X, K)
    X *= K[0]
    return Y


_calls = []


@misconception(
    "Your function remembers earlier calls: its result grows from call to call. Start every call with a fresh array.",
    fails={VALUE, ONE_HOT, SINGLE, ALONE, LAYOUT, COMPOSE, OWN, ORDER, ADD, LINEAR, INTEGERS, MEMORY},
)
def goes_on_from_earlier_calls(X, K):
    _calls.append(1)
    return corr2d_multi_in_out_1x1(X, K) + len(_calls) - 1
