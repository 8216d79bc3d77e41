"""conv_shape: the plain reference, two other ways to the same shapes, and what students do instead."""

import math

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv2D's compute_output_shape"

VALUE = "agrees_with_the_reference"
COUNTS = "counts_the_places"
WHOLE = "is_two_whole_numbers"
STRIDE = "a_stride_keeps_every_sth_place"
MORE = "four_strides_more_are_four_places_more"
TRADE = "height_and_width_may_trade_places"
APART = "height_and_width_know_nothing_of_each_other"
SAME = "same_does_not_look_at_the_kernel"
HALFWAY = "same_lies_halfway_between_valid_and_full"
UNDOES = "valid_undoes_full"
DEFAULTS = "defaults_may_be_written_out"
ONE_WAY = "refuses_a_kernel_too_large_one_way"
BOTH_WAYS = "refuses_a_kernel_too_large_both_ways"
PADDING = "refuses_any_other_padding"
CAPITALS = "refuses_capitals_and_blanks"
MEMORY = "remembers_nothing"


def conv_shape(in_shape, kernel, stride=(1, 1), padding="valid"):
    """Relationships 5 and 6 of V. Dumoulin and F. Visin, A guide to convolution arithmetic for deep learning (2016); 'same' as in TensorFlow."""
    fits(in_shape, kernel, padding)
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride, strict=True):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k) // s + 1)
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def second_technique(in_shape, kernel, stride=(1, 1), padding="valid"):
    """Pad an image of zeros, cut all windows from it, and keep every s-th."""
    fits(in_shape, kernel, padding)
    total = {"valid": lambda k: 0, "same": lambda k: k - 1, "full": lambda k: 2 * (k - 1)}[padding]
    image = np.pad(np.zeros(in_shape), [(0, total(k)) for k in kernel])
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel)
    return windows[:: stride[0], :: stride[1]].shape[:2]


def keras(in_shape, kernel, stride=(1, 1), padding="valid"):
    """Ask a Conv2D; it knows no 'full', which is a layer of zeros and 'valid'."""
    import keras

    shape = (1, *in_shape, 1)
    if padding == "full":
        zeros = keras.layers.ZeroPadding2D([(k - 1, k - 1) for k in kernel])
        shape, padding = zeros.compute_output_shape(shape), "valid"
    layer = keras.layers.Conv2D(1, kernel, strides=stride, padding=padding)
    return tuple(int(n) for n in layer.compute_output_shape(shape)[1:3])


def fits(in_shape, kernel, padding):
    if padding not in ("valid", "same", "full"):
        raise ValueError(f"no padding {padding!r}")
    if padding == "valid" and any(k > n for n, k in zip(in_shape, kernel, strict=True)):
        raise ValueError("kernel larger than image")


def floor(n, k, s):
    return (n - k) // s + 1


def ceiling(n, k, s):
    return math.ceil(n / s)


def axes(in_shape, kernel, stride, padding, **changed):
    """What a student's loop over the axes does, with the formula of one padding changed."""
    fits(in_shape, kernel, padding)
    return per_axis(in_shape, kernel, stride, padding, **changed)


def per_axis(in_shape, kernel, stride, padding, valid=floor, same=ceiling, full=None):
    """The formula of the padding on each axis, whether the kernel fits or not; 'full' is 'valid' on a longer axis."""
    full = full or (lambda n, k, s: valid(n + 2 * (k - 1), k, s))
    formula = {"valid": valid, "same": same, "full": full}[padding]
    return tuple(formula(n, k, s) for n, k, s in zip(in_shape, kernel, stride, strict=True))


@misconception("For 'same' you round down. As in TensorFlow it is n / s, rounded up.", fails={VALUE, COUNTS, STRIDE})
def rounds_same_down(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, same=lambda n, k, s: n // s)


@misconception(
    "For 'same' you pad k // 2 on each side, which is one too many for an even kernel. The size is n / s, rounded up, whatever the kernel.",
    fails={VALUE, COUNTS, SAME, HALFWAY},
)
def pads_same_by_half_the_kernel(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, same=lambda n, k, s: (n + 2 * (k // 2) - k) // s + 1)


@misconception(
    "For 'same' you pad (k - 1) // 2 on each side, which is one too few for an even kernel. The size is n / s, rounded up, whatever the kernel.",
    fails={VALUE, COUNTS, SAME, HALFWAY},
)
def pads_same_by_less_than_half_the_kernel(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, same=lambda n, k, s: (n + 2 * ((k - 1) // 2) - k) // s + 1)


@misconception(
    "For 'same' you keep the size of the image. It stays only with stride 1: divide by the stride, and round up.", fails={VALUE, COUNTS, STRIDE, MORE}
)
def ignores_the_stride_for_same(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, same=lambda n, k, s: n)


@misconception("For 'full' you pad k - 1 in all. It is k - 1 on each side.", fails={VALUE, COUNTS, HALFWAY, UNDOES})
def pads_full_once(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, full=lambda n, k, s: (n + k - 1 - k) // s + 1)


@misconception("For 'full' you pad k on each side. It is k - 1, so that at least one pixel is always seen.", fails={VALUE, COUNTS, HALFWAY, UNDOES})
def pads_full_by_the_whole_kernel(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, full=lambda n, k, s: (n + 2 * k - k) // s + 1)


@misconception("For 'full' you leave out the stride. It is as for 'valid', on a longer axis.", fails={VALUE, COUNTS, STRIDE, MORE})
def ignores_the_stride_for_full(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, full=lambda n, k, s: n + k - 1)


@misconception(
    "Your result is (width, height). Give the height first, as in the shape of the image.",
    fails={VALUE, COUNTS, STRIDE, MORE, APART, HALFWAY, UNDOES},
)
def gives_the_width_first(in_shape, kernel, stride=(1, 1), padding="valid"):
    return conv_shape(in_shape, kernel, stride, padding)[::-1]


@misconception("For 'valid' and 'full' you round up. A last step that leads beyond the end is not made: round down.", fails={VALUE, COUNTS, STRIDE})
def rounds_up(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, valid=lambda n, k, s: math.ceil((n - k) / s) + 1)


@misconception(
    "You add the 1 before you divide. Divide n - k by the stride, round down, then add the place where the kernel started.",
    fails={VALUE, COUNTS, STRIDE},
)
def adds_one_before_dividing(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, valid=lambda n, k, s: (n - k + 1) // s)


@misconception(
    "For 'valid' and 'full' you forget the place where the kernel starts: add 1.",
    fails={VALUE, COUNTS, STRIDE, HALFWAY, UNDOES},
)
def forgets_the_first_place(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, valid=lambda n, k, s: (n - k) // s)


@misconception("You divide with /, which gives floats. There are no fractions of a place: use //.", fails={VALUE, COUNTS, WHOLE, STRIDE, UNDOES})
def divides_without_the_floor(in_shape, kernel, stride=(1, 1), padding="valid"):
    return axes(in_shape, kernel, stride, padding, valid=lambda n, k, s: (n - k) / s + 1)


@misconception("You leave out the stride: the kernel moves sh rows and sw columns at a time.", fails={VALUE, COUNTS, STRIDE, MORE})
def ignores_the_stride(in_shape, kernel, stride=(1, 1), padding="valid"):
    return conv_shape(in_shape, kernel, (1, 1), padding)


@misconception("The strides are exchanged: stride is (rows, columns).", fails={VALUE, COUNTS, STRIDE, MORE, APART})
def exchanges_the_strides(in_shape, kernel, stride=(1, 1), padding="valid"):
    return conv_shape(in_shape, kernel, stride[::-1], padding)


@misconception("You use the stride of the rows for the columns as well. Each axis has its own.", fails={VALUE, COUNTS, STRIDE, MORE, TRADE, APART})
def takes_the_stride_for_square(in_shape, kernel, stride=(1, 1), padding="valid"):
    return conv_shape(in_shape, kernel, (stride[0], stride[0]), padding)


@misconception("Height and width of the kernel are exchanged: kernel is (height, width).", fails={VALUE, COUNTS, APART})
def exchanges_height_and_width_of_the_kernel(in_shape, kernel, stride=(1, 1), padding="valid"):
    fits(in_shape, kernel, padding)
    return per_axis(in_shape, kernel[::-1], stride, padding)


@misconception("You take the kernel for square, with its height for the width as well.", fails={VALUE, COUNTS, TRADE, APART})
def takes_the_kernel_for_square(in_shape, kernel, stride=(1, 1), padding="valid"):
    fits(in_shape, kernel, padding)
    return per_axis(in_shape, (kernel[0], kernel[0]), stride, padding)


@misconception("You take the image for square, with its height for the width as well.", fails={VALUE, COUNTS, MORE, TRADE, APART, HALFWAY, UNDOES})
def takes_the_image_for_square(in_shape, kernel, stride=(1, 1), padding="valid"):
    fits(in_shape, kernel, padding)
    return per_axis((in_shape[0], in_shape[0]), kernel, stride, padding)


@misconception("You refuse a large kernel whatever the padding. With 'same' and 'full' every kernel fits.", fails={VALUE, COUNTS, WHOLE, SAME})
def refuses_large_kernels_whatever_the_padding(in_shape, kernel, stride=(1, 1), padding="valid"):
    fits(in_shape, kernel, "valid")
    return conv_shape(in_shape, kernel, stride, padding)


@misconception("If no padding is given you take 'same'. The default is 'valid'.", fails={VALUE, COUNTS, DEFAULTS, ONE_WAY, BOTH_WAYS})
def pads_by_default(in_shape, kernel, stride=(1, 1), padding="same"):
    return conv_shape(in_shape, kernel, stride, padding)


@misconception("If no stride is given you move by the kernel, as pooling does. The default is (1, 1).", fails={VALUE, COUNTS, DEFAULTS})
def moves_by_the_kernel_by_default(in_shape, kernel, stride=None, padding="valid"):
    return conv_shape(in_shape, kernel, stride or kernel, padding)


@misconception(
    "With 'valid' a kernel that does not fit must raise ValueError: without a check the formula gives a number all the same.",
    fails={ONE_WAY, BOTH_WAYS},
)
def does_not_check_that_the_kernel_fits(in_shape, kernel, stride=(1, 1), padding="valid"):
    fits((1, 1), (1, 1), padding)
    return per_axis(in_shape, kernel, stride, padding)


@misconception("You refuse a kernel only if it is both taller and wider than the image. One of the two is enough.", fails={ONE_WAY})
def refuses_only_what_is_too_large_both_ways(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding == "valid" and kernel[0] > in_shape[0] and kernel[1] > in_shape[1]:
        raise ValueError("kernel larger than image")
    return does_not_check_that_the_kernel_fits.function(in_shape, kernel, stride, padding)


@misconception("Any padding that is not 'same' or 'full' is 'valid' to you. An unknown one must raise ValueError.", fails={PADDING, CAPITALS})
def does_not_check_the_padding(in_shape, kernel, stride=(1, 1), padding="valid"):
    return conv_shape(in_shape, kernel, stride, padding if padding in ("same", "full") else "valid")


@misconception("You let capitals and blanks in the padding pass. 'SAME' is none of the three: raise ValueError.", fails={CAPITALS})
def cleans_the_padding(in_shape, kernel, stride=(1, 1), padding="valid"):
    return conv_shape(in_shape, kernel, stride, padding.strip().lower())


def _shape_into(in_shape, kernel, stride, padding, sizes=[]):  # noqa: B006, the mistake itself
    sizes += conv_shape(in_shape, kernel, stride, padding)
    return tuple(sizes)


@misconception(
    "Your result keeps the sizes of earlier calls. A default such as sizes=[] is made once: make the list inside the function.",
    fails={VALUE, COUNTS, WHOLE, STRIDE, MORE, TRADE, SAME, HALFWAY, UNDOES, DEFAULTS, MEMORY},
)
def remembers_earlier_sizes(in_shape, kernel, stride=(1, 1), padding="valid"):
    return _shape_into(in_shape, kernel, stride, padding)
