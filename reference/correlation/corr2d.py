"""corr2d: the plain reference, two other ways to the same numbers, and what students do instead."""

import numpy as np

from convgrade.misconception import misconception

KERAS = "keras.layers.Conv2D"

VALUE = "agrees_with_the_reference"
SHAPE = "has_the_valid_shape"
CROP = "a_one_hot_kernel_cuts_a_crop"
IMPULSE = "an_impulse_shows_the_kernel_rotated"
IMAGE = "is_linear_in_the_image"
KERNEL = "is_linear_in_the_kernel"
ROW = "a_row_less_is_a_row_less"
COLUMN = "a_column_less_is_a_column_less"
TRANSPOSE = "rows_and_columns_may_trade_places"
CONSTANT = "a_constant_image_gives_the_sum_of_the_kernel"
REFUSES = "refuses_a_kernel_that_does_not_fit"
NEITHER = "refuses_a_kernel_that_fits_neither_way"
INTEGERS = "does_not_truncate_integers"
INPUTS = "leaves_its_inputs_alone"
MEMORY = "remembers_nothing"


def corr2d(X, K):
    """Valid cross-correlation in plain loops (Zhang et al., Dive into Deep Learning, section 7.2)."""
    h, w = K.shape
    fits(X, K)
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + a, j + b] * K[a, b]
    return Y


def second_technique(X, K):
    """All windows at once, summed by einsum."""
    fits(X, K)
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape)
    return np.einsum("ijab,ab->ij", windows, K)


def keras(X, K):
    """One Conv2D with this kernel, one channel in and one out."""
    import keras

    layer = keras.layers.Conv2D(1, K.shape, use_bias=False)
    layer.build((None, *X.shape, 1))
    layer.set_weights([K[:, :, None, None]])
    return keras.ops.convert_to_numpy(layer(X[None, :, :, None]))[0, :, :, 0]


def terms(X, K):
    """The products that an entry adds up."""
    return K.size


def larger(array):
    """Sizes at which libraries choose other algorithms."""
    yield array(48, 37), array(3, 3)
    yield array(25, 33), array(11, 8)
    yield array(27, 24), array(23, 20)


def fits(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("kernel larger than image")


def slide(X, K, combine):
    """What a student's double loop does, with one line of it changed."""
    fits(X, K)
    (H, W), (h, w) = X.shape, K.shape
    Y = np.zeros((H - h + 1, W - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = combine(X[i : i + h, j : j + w], K)
    return Y


def total(window, K):
    return (window * K).sum()


@misconception(
    "You flip the kernel. What deep learning calls convolution is cross-correlation: K[0, 0] meets the top left of the window.",
    fails={VALUE, CROP, IMPULSE},
)
def flips_the_kernel(X, K):
    return slide(X, K[::-1, ::-1], total)


@misconception("You turn the kernel upside down: its first row belongs on the first row of the window.", fails={VALUE, CROP, IMPULSE, TRANSPOSE})
def flips_the_rows_of_the_kernel(X, K):
    return slide(X, K[::-1], total)


@misconception("You mirror the kernel: its first column belongs on the first column of the window.", fails={VALUE, CROP, IMPULSE, TRANSPOSE})
def flips_the_columns_of_the_kernel(X, K):
    return slide(X, K[:, ::-1], total)


@misconception("Rows and columns of the kernel are exchanged, which shows on square kernels that are not symmetric.", fails={VALUE, CROP, IMPULSE})
def transposes_a_square_kernel(X, K):
    return slide(X, K.T if K.shape[0] == K.shape[1] else K, total)


@misconception(
    "The last row and column of positions are missing: a kernel of n fits into N at N - n + 1 places, not N - n.",
    fails={VALUE, SHAPE, CROP, IMPULSE, CONSTANT},
)
def leaves_out_the_last_position(X, K):
    return slide(X, K, total)[:-1, :-1]


@misconception(
    "Your result is as large as the image, with zeros where the kernel does not fit. Only the places where it fits count.",
    fails={VALUE, SHAPE, CROP, IMPULSE, ROW, COLUMN, CONSTANT},
)
def keeps_the_size_of_the_image(X, K):
    Y = np.zeros(X.shape)
    valid = slide(X, K, total)
    Y[: valid.shape[0], : valid.shape[1]] = valid
    return Y


@misconception(
    "You pad the image with zeros, so that the result is as large as the image. This exercise has no padding.",
    fails={VALUE, SHAPE, CROP, IMPULSE, ROW, COLUMN, CONSTANT},
)
def pads_to_the_size_of_the_image(X, K):
    fits(X, K)
    h, w = K.shape
    padded = np.pad(X, (((h - 1) // 2, h // 2), ((w - 1) // 2, w // 2)))
    return slide(padded, K, total)


@misconception(
    "You use the matrix product (@) of window and kernel. Multiply entry by entry (*).",
    fails={VALUE, SHAPE, CROP, IMPULSE, IMAGE, KERNEL, ROW, COLUMN, TRANSPOSE, CONSTANT, INTEGERS},
)
def uses_the_matrix_product(X, K):
    return slide(X, K, lambda window, K: (window @ K).sum())


@misconception("You take the mean of the products. The entry is their sum.", fails={VALUE, CROP, IMPULSE, CONSTANT})
def takes_the_mean(X, K):
    return slide(X, K, lambda window, K: (window * K).mean())


@misconception("You keep the largest product. The entry is the sum of all products.", fails={VALUE, CROP, IMPULSE, IMAGE, KERNEL, CONSTANT})
def takes_the_maximum(X, K):
    return slide(X, K, lambda window, K: (window * K).max())


@misconception(
    "You use the kernel's height for its width as well: that works for square kernels only.",
    fails={VALUE, SHAPE, CROP, IMPULSE, IMAGE, KERNEL, ROW, COLUMN, TRANSPOSE, CONSTANT, INTEGERS},
)
def takes_the_kernel_for_square(X, K):
    h = K.shape[0]
    fits(X, K)
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - h + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + h] * K).sum()
    return Y


@misconception(
    "You use the image's height for its width as well: that works for square images only.",
    fails={VALUE, SHAPE, CROP, IMPULSE, IMAGE, KERNEL, INTEGERS, ROW, COLUMN, TRANSPOSE, CONSTANT},
)
def takes_the_image_for_square(X, K):
    fits(X, K)
    n, (h, w) = X.shape[0], K.shape
    Y = np.zeros((n - h + 1, n - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


@misconception(
    "Your result is transposed: Y[i, j] belongs to row i and column j of the image.", fails={VALUE, SHAPE, CROP, IMPULSE, ROW, COLUMN, CONSTANT}
)
def transposes_the_result(X, K):
    return slide(X, K, total).T


@misconception(
    "The sum goes on from one entry to the next. Start it at zero for each entry.", fails={VALUE, CROP, IMPULSE, ROW, COLUMN, TRANSPOSE, CONSTANT}
)
def never_resets_the_sum(X, K):
    Y = slide(X, K, total)
    return np.cumsum(Y.ravel()).reshape(Y.shape)


@misconception(
    "Your result holds integers, so every entry is truncated. Make it an array of floats.",
    fails={VALUE, INTEGERS},
)
def allocates_integers(X, K):
    return slide(X, K, total).astype(int)


@misconception(
    "Your result has the type of the image, so with an image of integers every entry is truncated. Make it an array of floats.",
    fails={INTEGERS},
)
def takes_the_type_of_the_image(X, K):
    return slide(X, K, total).astype(X.dtype)


@misconception(
    "A kernel that does not fit must raise ValueError; without a check you return an empty array or too small a one.",
    fails={REFUSES, NEITHER},
)
def does_not_check_that_the_kernel_fits(X, K):
    (H, W), (h, w) = X.shape, K.shape
    return corr2d(X, K) if h <= H and w <= W else np.zeros((max(H - h + 1, 0), max(W - w + 1, 0)))


@misconception(
    "You refuse a kernel only if it is both taller and wider than the image. One of the two is enough.",
    fails={REFUSES},
)
def refuses_only_what_is_too_large_both_ways(X, K):
    if K.shape[0] > X.shape[0] and K.shape[1] > X.shape[1]:
        raise ValueError
    return does_not_check_that_the_kernel_fits.function(X, K)


@misconception("You write into the image while you still read it. Make a new array for the result.", fails={INPUTS, INTEGERS})
def writes_into_the_image(X, K):
    fits(X, K)
    (H, W), (h, w) = X.shape, K.shape
    Y = X[: H - h + 1, : W - w + 1]
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


@misconception("You normalise the kernel in place, which changes the caller's array.", fails={INPUTS, INTEGERS})
def changes_the_kernel(X, K):
    Y = corr2d(X, K)
    K -= K.mean()
    return Y


_seen = []


@misconception(
    "Your function remembers earlier calls: start every call with a fresh result.",
    fails={VALUE, CROP, IMPULSE, IMAGE, KERNEL, ROW, COLUMN, TRANSPOSE, CONSTANT, INTEGERS, MEMORY},
)
def remembers_the_first_result(X, K):
    Y = corr2d(X, K)
    _seen.append(Y)
    earlier = [one for one in _seen[:-1] if one.shape == Y.shape]
    return Y + earlier[-1] if earlier else Y
