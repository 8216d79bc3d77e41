"""corr2d_strided: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.ops.conv"

VALUE = "agrees_with_the_reference"
SHAPE = "has_the_strided_shape"
EVERY = "keeps_every_sth_place"
MULTIPLY = "strides_multiply"
CROP = "a_one_hot_kernel_cuts_a_crop"
IMAGE = "is_linear_in_the_image"
KERNEL = "is_linear_in_the_kernel"
LESS = "a_stride_less_is_a_place_less"
UNSEEN = "pixels_under_no_window_do_not_count"
TRANSPOSE = "rows_and_columns_may_trade_places"
TILES = "a_stride_of_the_kernel_cuts_the_image_into_tiles"
INTEGERS = "does_not_truncate_integers"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def corr2d_strided(X, K, stride):
    """Strided cross-correlation in plain loops (Zhang et al., Dive into Deep Learning, section 7.3.2)."""
    (H, W), (h, w), (sh, sw) = X.shape, K.shape, stride
    Y = np.zeros(((H - h) // sh + 1, (W - w) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i * sh + a, j * sw + b] * K[a, b]
    return Y


def second_technique(X, K, stride):
    """All windows at once, every s-th of them kept, summed by einsum."""
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape)[:: stride[0], :: stride[1]]
    return np.einsum("ijab,ab->ij", windows, K)


def keras(X, K, stride):
    """The operation beneath Conv2D, one channel in and one out."""
    import keras

    image, kernel = (keras.ops.cast(array, keras.config.floatx()) for array in (X[None, :, :, None], K[:, :, None, None]))
    return keras.ops.convert_to_numpy(keras.ops.conv(image, kernel, strides=stride, padding="valid"))[0, :, :, 0]


def terms(X, K, stride):
    """The products that an entry adds up."""
    return K.size


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    for stride in ((1, 2), (2, 1), (2, 2), (4, 3)):
        yield array(47, 38), array(5, 3), stride


def slide(X, K, stride, combine=lambda window, K: (window * K).sum(), start=lambda place, s: place * s, size=lambda n, k, s: (n - k) // s + 1):
    """What a student's double loop does, with one part of it changed; a window at the border may be cut off."""
    (h, w), (sh, sw) = K.shape, stride
    Y = np.zeros((max(size(X.shape[0], h, sh), 0), max(size(X.shape[1], w, sw), 0)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            top, left = start(i, sh), start(j, sw)
            window = X[top : top + h, left : left + w]
            Y[i, j] = combine(window, K[: window.shape[0], : window.shape[1]])
    return Y


@misconception(
    "Your windows are one pixel apart. Row i of the result belongs to the window that starts at row i * sh, not i.",
    fails={VALUE, EVERY, MULTIPLY, CROP, LESS, UNSEEN, TILES},
)
def moves_one_pixel_at_a_time(X, K, stride):
    return slide(X, K, stride, start=lambda place, s: place)


@misconception(
    "You count a last window that sticks out, cut off at the border. A window that does not lie inside completely is left out.",
    fails={VALUE, SHAPE, EVERY, CROP, UNSEEN, TILES, MULTIPLY},
)
def cuts_off_the_last_window(X, K, stride):
    return slide(X, K, stride, size=lambda n, k, s: -(-(n - k) // s) + 1)


@misconception(
    "Your result has a row or column of zeros where a last window would stick out. Round its size down.",
    fails={VALUE, SHAPE, EVERY, CROP, TILES, MULTIPLY},
)
def leaves_zeros_at_the_end(X, K, stride):
    Y = corr2d_strided(X, K, stride)
    more = [(0, int((n - k) % s > 0)) for n, k, s in zip(X.shape, K.shape, stride, strict=True)]
    return np.pad(Y, more)


@misconception(
    "You keep every sh-th row and sw-th column of the image first. The kernel needs the pixels in between: a stride moves the window.",
    fails={VALUE, SHAPE, EVERY, MULTIPLY, CROP, TILES, UNSEEN},
)
def subsamples_the_image_first(X, K, stride):
    return slide(X[:: stride[0], :: stride[1]], K, (1, 1))


@misconception(
    "Your windows end at the last row and column. The first one starts at row 0, column 0, and what is left over lies at the end.",
    fails={VALUE, EVERY, CROP, UNSEEN, TILES, MULTIPLY},
)
def leaves_the_rest_at_the_start(X, K, stride):
    first_row, first_column = ((n - k) % s for n, k, s in zip(X.shape, K.shape, stride, strict=True))
    return corr2d_strided(X[first_row:, first_column:], K, stride)


@misconception(
    "You leave out the stride: the window moves sh rows and sw columns at a time.", fails={VALUE, SHAPE, EVERY, MULTIPLY, CROP, LESS, UNSEEN, TILES}
)
def ignores_the_stride(X, K, stride):
    return corr2d_strided(X, K, (1, 1))


@misconception(
    "You compute only the places that the stride asks for, in an array of all places: the rest of it is zeros. Make it smaller.",
    fails={VALUE, SHAPE, EVERY, MULTIPLY, CROP, LESS, TILES},
)
def leaves_zeros_in_between(X, K, stride):
    every, Y = corr2d_strided(X, K, (1, 1)), corr2d_strided(X, K, stride)
    every[:] = 0
    every[:: stride[0], :: stride[1]] = Y
    return every


@misconception("The strides are exchanged: stride is (rows, columns).", fails={VALUE, SHAPE, EVERY, MULTIPLY, CROP, LESS, UNSEEN, TILES})
def exchanges_the_strides(X, K, stride):
    return corr2d_strided(X, K, stride[::-1])


@misconception(
    "You use the stride of the rows for the columns as well. Each axis has its own.",
    fails={VALUE, SHAPE, EVERY, MULTIPLY, CROP, LESS, UNSEEN, TRANSPOSE, TILES},
)
def takes_the_stride_for_square(X, K, stride):
    return corr2d_strided(X, K, (stride[0], stride[0]))


@misconception(
    "You move the window by its own size. It moves by the stride.",
    fails={VALUE, SHAPE, EVERY, MULTIPLY, CROP, LESS, UNSEEN},
)
def moves_by_the_kernel(X, K, stride):
    return corr2d_strided(X, K, K.shape)


@misconception(
    "The last row and column of places are missing: there are (H - Kh) // sh + 1 of them.",
    fails={VALUE, SHAPE, EVERY, CROP, TILES, MULTIPLY},
)
def leaves_out_the_last_place(X, K, stride):
    return slide(X, K, stride, size=lambda n, k, s: (n - k) // s)


@misconception("You flip the kernel. Here K[0, 0] meets the top left of the window.", fails={VALUE, CROP})
def flips_the_kernel(X, K, stride):
    return corr2d_strided(X, K[::-1, ::-1], stride)


@misconception("Rows and columns of the kernel are exchanged, which shows on square kernels that are not symmetric.", fails={VALUE, CROP})
def transposes_a_square_kernel(X, K, stride):
    return corr2d_strided(X, K.T if K.shape[0] == K.shape[1] else K, stride)


@misconception(
    "You use the kernel's height for its width as well: that works for square kernels only.",
    fails={VALUE, SHAPE, EVERY, MULTIPLY, CROP, IMAGE, KERNEL, LESS, UNSEEN, TRANSPOSE, TILES, INTEGERS},
)
def takes_the_kernel_for_square(X, K, stride):
    h, (sh, sw) = K.shape[0], stride
    Y = np.zeros(((X.shape[0] - h) // sh + 1, (X.shape[1] - h) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh : i * sh + h, j * sw : j * sw + h] * K).sum()
    return Y


@misconception(
    "You use the image's height for its width as well: that works for square images only.",
    fails={VALUE, EVERY, SHAPE, CROP, LESS, TRANSPOSE, TILES},
)
def takes_the_image_for_square(X, K, stride):
    n, (h, w), (sh, sw) = X.shape[0], K.shape, stride
    Y = np.zeros(((n - h) // sh + 1, max((n - w) // sw + 1, 0)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh : i * sh + h, j * sw : j * sw + w] * K).sum()
    return Y


@misconception(
    "Your result is transposed: Y[i, j] belongs to the window that starts at row i * sh, column j * sw.",
    fails={VALUE, SHAPE, EVERY, MULTIPLY, CROP, LESS, TILES},
)
def transposes_the_result(X, K, stride):
    return corr2d_strided(X, K, stride).T


@misconception("You take the mean of the products. The entry is their sum.", fails={VALUE, CROP, TILES})
def takes_the_mean(X, K, stride):
    return slide(X, K, stride, lambda window, K: (window * K).mean())


@misconception("You keep the largest product. The entry is the sum of all products.", fails={VALUE, CROP, IMAGE, KERNEL, TILES})
def takes_the_maximum(X, K, stride):
    return slide(X, K, stride, lambda window, K: (window * K).max())


@misconception(
    "The sum goes on from one entry to the next. Start it at zero for each entry.",
    fails={VALUE, EVERY, MULTIPLY, CROP, LESS, TRANSPOSE, TILES},
)
def never_resets_the_sum(X, K, stride):
    Y = corr2d_strided(X, K, stride)
    return np.cumsum(Y.ravel()).reshape(Y.shape)


@misconception("Your result holds integers, so every entry is truncated. Make it an array of floats.", fails={VALUE, INTEGERS})
def allocates_integers(X, K, stride):
    return corr2d_strided(X, K, stride).astype(int)


@misconception(
    "Your result has the type of the image, so with an image of integers every entry is truncated. Make it an array of floats.",
    fails={INTEGERS},
)
def takes_the_type_of_the_image(X, K, stride):
    return corr2d_strided(X, K, stride).astype(X.dtype)


@misconception("You write into the image while you still read it. Make a new array for the result.", fails={INPUTS, INTEGERS})
def writes_into_the_image(X, K, stride):
    (h, w), (sh, sw) = K.shape, stride
    Y = X[: (X.shape[0] - h) // sh + 1, : (X.shape[1] - w) // sw + 1]
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh : i * sh + h, j * sw : j * sw + w] * K).sum()
    return Y


@misconception("You normalise the kernel in place, which changes the caller's array.", fails={INPUTS, INTEGERS})
def changes_the_kernel(X, K, stride):
    Y = corr2d_strided(X, K, stride)
    K -= K.mean()
    return Y


_sums = [0.0]


@misconception(
    "The sum goes on from one call to the next. Start it at zero inside the function.",
    fails={VALUE, EVERY, MULTIPLY, CROP, IMAGE, KERNEL, LESS, UNSEEN, TRANSPOSE, TILES, INTEGERS, MEMORY},
)
def goes_on_with_the_sum_of_earlier_calls(X, K, stride):
    Y = corr2d_strided(X, K, stride) + _sums[0]
    _sums[0] += Y.sum()
    return Y
