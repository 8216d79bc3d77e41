"""conv_params: the plain reference, two other ways to the same number, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv2D"

VALUE = "agrees_with_the_reference"
WHOLE = "is_a_whole_number"
BIAS = "bias_adds_one_number_a_filter"
LAYERS = "a_layer_of_groups_is_as_many_layers"
DIVIDE = "groups_divide_the_weights"
ALIKE = "all_filters_are_alike"
THREE = "three_times_as_much_is_three_times_as_many"
DENSE = "a_kernel_as_large_as_the_image_makes_a_dense_layer"
DEFAULTS = "defaults_may_be_written_out"
MEMORY = "remembers_nothing"


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    """A filter at a time (Goodfellow, Bengio and Courville, Deep Learning, section 9.5, for what a filter sees)."""
    number = 0
    for _ in range(co):
        number += (ci // groups) * kh * kw
        if bias:
            number += 1
    return number


def second_technique(ci, co, kh, kw, groups=1, bias=True):
    """Make the weights, all groups in one array that is zero between them, and count what is not."""
    weights = np.zeros((kh, kw, ci, co))
    for g in range(groups):
        channels, filters = (slice(g * n // groups, (g + 1) * n // groups) for n in (ci, co))
        weights[:, :, channels, filters] = 1
    return int(np.count_nonzero(weights)) + len(np.ones(co if bias else 0))


def keras(ci, co, kh, kw, groups=1, bias=True):
    """Build a Conv2D and ask it."""
    import keras

    layer = keras.layers.Conv2D(co, (kh, kw), groups=groups, use_bias=bias)
    layer.build((None, kh, kw, ci))
    return int(layer.count_params())


def total(co, weights, biases, bias):
    """Weights of each of co filters, and biases if there are any."""
    return co * weights + (biases if bias else 0)


@misconception(
    "You leave out the input channels. A filter has a kernel for each input channel that it sees.",
    fails={VALUE, DIVIDE, THREE, DENSE},
)
def forgets_the_input_channels(ci, co, kh, kw, groups=1, bias=True):
    return total(co, kh * kw, co, bias)


@misconception("You count a single filter. There are co of them.", fails={VALUE, BIAS, LAYERS, ALIKE, THREE, DENSE})
def forgets_the_filters(ci, co, kh, kw, groups=1, bias=True):
    return total(1, (ci // groups) * kh * kw, 1, bias)


@misconception("You give every kernel a bias. A filter has one, which is added to the sum over all its kernels.", fails={VALUE, BIAS, DENSE})
def gives_every_kernel_a_bias(ci, co, kh, kw, groups=1, bias=True):
    return total(co, (ci // groups) * kh * kw, co * (ci // groups), bias)


@misconception("You leave out the bias: there is one for each filter.", fails={VALUE, BIAS, DENSE})
def forgets_the_bias(ci, co, kh, kw, groups=1, bias=True):
    return total(co, (ci // groups) * kh * kw, 0, bias)


@misconception("You count the bias even if there is none.", fails={VALUE, BIAS, DIVIDE, THREE, DENSE})
def counts_the_bias_always(ci, co, kh, kw, groups=1, bias=True):
    return total(co, (ci // groups) * kh * kw, co, True)


@misconception("You count one bias for the whole layer. There is one for each filter.", fails={VALUE, BIAS, LAYERS, ALIKE, DENSE})
def counts_one_bias_a_layer(ci, co, kh, kw, groups=1, bias=True):
    return total(co, (ci // groups) * kh * kw, 1, bias)


@misconception(
    "You count one bias for each input channel, as if channels and filters were exchanged. There is one for each filter.",
    fails={VALUE, BIAS, ALIKE, DENSE},
)
def counts_one_bias_an_input_channel(ci, co, kh, kw, groups=1, bias=True):
    return total(co, (ci // groups) * kh * kw, ci, bias)


@misconception("You count a bias for each weight. There is one for each filter.", fails={VALUE, BIAS, DENSE})
def counts_one_bias_a_weight(ci, co, kh, kw, groups=1, bias=True):
    weights = (ci // groups) * kh * kw
    return total(co, weights, co * weights, bias)


@misconception(
    "You divide by the groups twice. Each of the co filters sees ci / groups channels, and there are still co filters.",
    fails={VALUE, LAYERS, DIVIDE},
)
def divides_by_the_groups_twice(ci, co, kh, kw, groups=1, bias=True):
    return total(co // groups, (ci // groups) * kh * kw, co, bias)


@misconception("You leave out the groups. A filter sees ci / groups channels.", fails={VALUE, LAYERS, DIVIDE})
def ignores_the_groups(ci, co, kh, kw, groups=1, bias=True):
    return total(co, ci * kh * kw, co, bias)


@misconception("You multiply by the groups. A filter sees fewer channels, not more: ci / groups.", fails={VALUE, LAYERS, DIVIDE})
def multiplies_by_the_groups(ci, co, kh, kw, groups=1, bias=True):
    return total(co, ci * groups * kh * kw, co, bias)


@misconception(
    "You divide the biases by the groups. Each of the co filters has a bias, whatever its group.",
    fails={VALUE, BIAS, LAYERS},
)
def divides_the_biases_by_the_groups(ci, co, kh, kw, groups=1, bias=True):
    return total(co, (ci // groups) * kh * kw, co // groups, bias)


@misconception("You divide with /, which gives a float. Use //.", fails={VALUE, WHOLE, DENSE})
def divides_without_the_floor(ci, co, kh, kw, groups=1, bias=True):
    return total(co, (ci / groups) * kh * kw, co, bias)


@misconception("You take the kernel for square, with its height for the width as well.", fails={VALUE, THREE, DENSE})
def takes_the_kernel_for_square(ci, co, kh, kw, groups=1, bias=True):
    return conv_params(ci, co, kh, kh, groups, bias)


@misconception("You add height and width of the kernel. It has kh * kw numbers.", fails={VALUE, THREE, DENSE})
def adds_height_and_width(ci, co, kh, kw, groups=1, bias=True):
    return total(co, (ci // groups) * (kh + kw), co, bias)


@misconception("If bias is left out you count none. The default is True.", fails={VALUE, DEFAULTS})
def has_no_bias_by_default(ci, co, kh, kw, groups=1, bias=False):
    return conv_params(ci, co, kh, kw, groups, bias)


@misconception("You let a group for each input channel be the default, as in a depthwise layer. The default is one group.", fails={VALUE, DEFAULTS})
def has_a_group_for_each_channel_by_default(ci, co, kh, kw, groups=None, bias=True):
    return conv_params(ci, co, kh, kw, groups or ci, bias)


_layers = []


@misconception(
    "Your function adds up the layers of all calls. Start every call at zero.",
    fails={VALUE, BIAS, LAYERS, DIVIDE, ALIKE, THREE, DENSE, DEFAULTS, MEMORY},
)
def adds_up_all_calls(ci, co, kh, kw, groups=1, bias=True):
    _layers.append(conv_params(ci, co, kh, kw, groups, bias))
    return sum(_layers)
