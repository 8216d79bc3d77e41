"""conv2d_nhwc: where its cases come from, and what must hold for every right solution."""

from typing import NamedTuple

import numpy as np

from convgrade.compare import is_whole, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]

layouts = {"x": "NHWC", "k": "HWIO", "result": "NHWC"}

# Length of the image, kernel and stride along an axis with 'same': what makes a difference to the zeros.
SAME_AXES = (
    *((2, 2, 1), (3, 3, 1), (3, 2, 1), (2, 1, 1), (1, 1, 1), (1, 3, 1)),
    *((4, 3, 2), (2, 3, 2), (5, 2, 2), (3, 1, 3), (4, 3, 3), (4, 2, 3)),
)


def arguments(draw):
    """A batch, filters and biases; a stride and a padding, which are left out now and then."""
    padding, rows, columns = draw.one_of(valid_axes, same_axes)(draw)
    images, channels = draw.one_of((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
    filters = draw.one_of(1, channels, 2, 3)
    (height, kh, sh), (width, kw, sw) = rows, columns
    layer = draw.array(images, height, width, channels), draw.array(kh, kw, channels, filters), draw.array(filters)
    if padding == "same" or draw.one_of(False, True):
        return (*layer, (sh, sw), padding)
    return layer if sh == sw == 1 else (*layer, (sh, sw))


def same_axes(draw):
    if draw.one_of(False, False, True):
        rows, columns = roomy_axes(draw)
        return "same", (rows[1] + draw.size(1, 3), *rows), (columns[1] + draw.size(1, 3), *columns)
    return "same", draw.one_of(*SAME_AXES), draw.one_of(*SAME_AXES)


def valid_axes(draw):
    is_roomy = draw.one_of(False, True)
    rows, columns = roomy_axes(draw) if is_roomy else ((draw.one_of(2, 1, 3), draw.one_of(1, 2, 1, 3)) for _ in range(2))
    return "valid", (room(draw, *rows, is_roomy), *rows), (room(draw, *columns, is_roomy), *columns)


def roomy_axes(draw):
    """Kernel and stride of rows and columns, for an image with several places each way: strides differ."""
    (kh, kw), (sh, sw) = draw.one_of((2, 3), (3, 2), (2, 2)), draw.one_of((2, 1), (1, 2), (3, 1), (2, 3))
    return (kh, sh), (kw, sw)


def room(draw, k, s, is_roomy):
    """A length into which the kernel fits, perhaps exactly, perhaps several times, perhaps with a rest."""
    steps = draw.one_of(1, 2 if s == 1 else 1) if is_roomy else draw.one_of(1, 0, 2 if s == 1 else 1)
    return k + s * steps + draw.size(0, s - 1)


def tolerance(x, k, b, stride=(1, 1), padding="valid"):
    terms = k[..., 0].size + 1
    return sum_tolerance(terms, x, k) + sum_tolerance(terms, b)


class Axis(NamedTuple):
    """What happens along the rows, or along the columns: image, kernel, stride, zeros before and after, places."""

    n: int
    k: int
    s: int
    before: int
    after: int
    places: int


def axis(n, k, s, padding):
    places = -(-n // s) if padding == "same" else (n - k) // s + 1
    total = max((places - 1) * s + k - n, 0) if padding == "same" else 0
    return Axis(n, k, s, total // 2, total - total // 2, places)


def axes(x, k, stride, padding):
    return axis(x.shape[1], k.shape[0], stride[0], padding), axis(x.shape[2], k.shape[1], stride[1], padding)


def valid(test):
    """A case with 'valid' whose rows and columns satisfy the test."""
    return lambda x, k, b, stride=(1, 1), padding="valid": padding == "valid" and bool(test(*axes(x, k, stride, padding)))


def same(test):
    """A case with 'same' whose rows and columns satisfy the test."""
    return lambda x, k, b, stride=(1, 1), padding="valid": padding == "same" and bool(test(*axes(x, k, stride, padding)))


def roomy(rows, columns):
    """The kernel is no row or column, and there are several places each way."""
    return min(rows.k, columns.k, rows.places, columns.places) > 1


def wants_fewer(one):
    """Some zeros before and behind, but fewer before than with stride 1."""
    return one.after > 0 and one.before < (one.k - 1) // 2


def is_varied(x, k, b, *rest):
    return all(len(np.unique(array)) == array.size for array in (x, k, b))


def nothing_is_square(x, k, b, stride=(1, 1), padding="valid"):
    """Rows and columns differ in image, kernel and stride."""
    return is_varied(x, k, b) and all(rows != columns for rows, columns in (x.shape[1:3], k.shape[:2], stride))


strata = {
    "valid, longer steps down, several images": lambda x, *rest: len(x) > 1 and valid(lambda r, c: roomy(r, c) and r.s > c.s)(x, *rest),
    "same, as many filters as channels": lambda x, k, *rest: k.shape[2] == k.shape[3] > 1 and same(lambda r, c: r.n > 1 < c.n)(x, k, *rest),
    "same, strides that differ, nothing square": same(lambda r, c: r.s != c.s and r.k != c.k and r.n != c.n and roomy(r, c)),
    "valid, longer steps to the right, several channels": lambda x, k, *rest: (
        k.shape[2] > 1 and valid(lambda r, c: roomy(r, c) and r.s < c.s)(x, k, *rest)
    ),
    "same, an odd number of zero rows and columns": same(lambda r, c: r.after > r.before and c.after > c.before),
    "same, a stride that wants fewer zeros above": same(lambda r, c: wants_fewer(r) and c.places > 1),
    "same, a stride that wants fewer zeros on the left": same(lambda r, c: wants_fewer(c) and r.places > 1),
    "same, even zeros": same(lambda r, c: r.before == r.after > 0 and c.before == c.after),
    "same, steps of three with zeros on both sides": same(lambda r, c: any(one.s == 3 and one.before > 0 for one in (r, c))),
    "same, stride beyond the kernel, in the rows": same(lambda r, c: r.s > r.k + 1 and r.n % r.s == 0),
    "same, stride beyond the kernel, in the columns": same(lambda r, c: c.s > c.k + 1 and c.n % c.s == 0),
    "same, kernel taller than the image": same(lambda r, c: r.k > r.n + 1),
    "same, kernel wider than the image": same(lambda r, c: c.k > c.n + 1),
    "same, square image, strides that differ": same(lambda r, c: r.n == c.n and r.places != c.places and max(r.after, c.after) > 0),
    "valid, rows left over": valid(lambda r, c: (r.n - r.k) % r.s > 0),
    "valid, columns left over": valid(lambda r, c: (c.n - c.k) % c.s > 0),
    "valid, stride beyond the kernel": valid(lambda r, c: any(one.s > one.k and one.places > 1 for one in (r, c))),
    "valid, as many filters as channels": lambda x, k, *rest: k.shape[2] == k.shape[3] > 1 and valid(lambda r, c: r.n * c.n > 1)(x, k, *rest),
    "several images of several channels": lambda x, *rest: min(len(x), x.shape[3]) > 1,
    "several images of numbers that are not whole": lambda x, *rest: len(x) > 1 and not is_whole(x),
    "stride and padding left out": lambda *case: len(case) == 3 and valid(roomy)(*case),
    "padding left out": lambda *case: len(case) == 4 and valid(lambda r, c: r.s > 1 or c.s > 1)(*case),
    "kernel as tall or as wide as the image": valid(lambda r, c: any(one.n == one.k > 1 for one in (r, c))),
    "kernel of one pixel": lambda x, k, *rest: k.shape[:2] == (1, 1) and x.shape[1] * x.shape[2] > 2,
    "image of one row or column": lambda x, *rest: 1 in x.shape[1:3] and x.shape[1] * x.shape[2] > 1,
}


@law(times=100)
def has_the_shape_of_its_padding(f, *case):
    """'valid' gives floor((H - Kh) / sh) + 1 rows, 'same' ceil(H / sh), and so for the columns; images and filters keep their axes."""
    x, k, _, stride, padding = filled(*case)
    rows, columns = axes(x, k, stride, padding)
    shape, expected = f(*case).shape, (len(x), rows.places, columns.places, k.shape[3])
    require(shape == expected, f, case, f"Your result has shape {shape}; it should be {expected}.")


def filled(x, k, b, stride=(1, 1), padding="valid"):
    return x, k, b, stride, padding


@law(where=lambda x, *rest: len(x) > 1 and is_varied(x, *rest), times=3)
def images_do_not_meet(f, x, *rest):
    """An image gives the same alone as within its batch."""
    last = len(x) - 1
    agree(f, (x[last:], *rest), f(x, *rest)[last:], 2 * tolerance(x, *rest))


@law(where=lambda x, k, b, *rest: len(b) > 1 and is_varied(x, k, b), times=4)
def the_bias_is_added_once(f, x, k, b, *rest):
    """A black image gives the bias of each filter everywhere; another bias shifts its map and no other."""
    y = f(x, k, b, *rest)
    agree(f, (np.zeros(x.shape), k, b, *rest), np.broadcast_to(b, y.shape))
    shift = np.arange(len(b)) * 2.0
    agree(f, (x, k, b + shift, *rest), y + shift, 2 * tolerance(x, k, b))


@law(where=valid(lambda r, c: roomy(r, c) and max(r.s, c.s) > 1), times=3)
def a_stride_leaves_places_out(f, x, k, b, stride, padding="valid"):
    """With a stride the result is that of stride 1, at every sh-th row and sw-th column."""
    agree(f, (x, k, b, stride, "valid"), f(x, k, b, (1, 1), "valid")[:, :: stride[0], :: stride[1]], 2 * tolerance(x, k, b))


# Length, kernel and stride of rows and of columns, with 'same': three zeros, or one, or too long by one to three; a stride or a
# kernel longer than the axis. Then with 'valid': two rows or columns left over.
ODD_SAME = ((1, 7, 1), (2, 3, 1)), ((3, 4, 1), (5, 1, 3)), ((5, 4, 2), (2, 3, 4)), ((6, 3, 4), (4, 1, 4)), ((1, 4, 2), (8, 5, 3))
ODD_VALID = (((3, 1, 3), (8, 2, 4)),)


@law(times=1)
def every_place_sees_its_window(f, x, k, b, *_):
    """On one channel each entry is the sum over its own window, whatever length, kernel and stride, down and across."""
    for padding, pairs in ("same", ODD_SAME), ("valid", ODD_VALID):
        for down, across in (pair[::way] for pair in pairs for way in (1, -1)):
            rows, columns = axis(*down, padding), axis(*across, padding)
            image, kernel = np.arange(rows.n * columns.n) + x.flat[0], np.arange(rows.k * columns.k) + k.flat[0]
            image, kernel = image.reshape(rows.n, columns.n), kernel.reshape(rows.k, columns.k)
            padded = np.pad(image, ((rows.before, rows.after), (columns.before, columns.after)))
            windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)[:: rows.s, :: columns.s][: rows.places, : columns.places]
            expected = (windows * kernel).sum((2, 3))[None, :, :, None]
            agree(f, (image[None, :, :, None], kernel[:, :, None, None], 0 * b[:1], (rows.s, columns.s), padding), expected)


@law(where=lambda x, *rest: len(np.unique(x)) == x.size and valid(roomy)(x, *rest), times=4)
def one_hot_filters_cut_crops_of_their_channels(f, x, k, b, stride=(1, 1), padding="valid"):
    """A filter with a single 1, at (a, d, c), gives the part of channel c that starts at (a, d), in steps of the stride."""
    rows, columns = axes(x, k, stride, padding)
    channels = x.shape[3]
    E, crops = np.zeros((rows.k, columns.k, channels, channels)), []
    for o in range(channels):
        a, d, c = (rows.k - 1) * (o % 2), (columns.k - 1) * (1 - o % 2), (o + 1) % channels
        E[a, d, c, o] = 1
        crops.append(x[:, a :: rows.s, d :: columns.s, c][:, : rows.places, : columns.places])
    agree(f, (x, E, np.zeros(channels), stride, padding), np.stack(crops, axis=-1))


@law(where=lambda x, k, *rest: k.shape[2] > 1 and is_varied(x, k, *rest), times=3)
def channels_add_up(f, x, k, b, *rest):
    """The result is that of the first channel plus that of the others without a bias."""
    parts = f(x[..., :1], k[:, :, :1], b, *rest) + f(x[..., 1:], k[:, :, 1:], 0 * b, *rest)
    agree(f, (x, k, b, *rest), parts, 3 * tolerance(x, k, b))


@law(where=lambda x, k, *rest: k.shape[3] > 1 and is_varied(x, k, *rest), times=3)
def each_filter_has_its_own_map(f, x, k, b, *rest):
    """What a filter gives does not depend on the others: alone it gives the same map."""
    last = len(b) - 1
    agree(f, (x, k[..., last:], b[last:], *rest), f(x, k, b, *rest)[..., last:], 2 * tolerance(x, k, b))


@law(where=lambda x, k, b, *rest: len(b) > 1 and x[0].size > 3 and is_varied(x, k, b), times=2)
def is_linear_in_the_image_but_for_the_bias(f, x, k, b, *rest):
    """conv2d_nhwc(2 x + z, ...) = 2 conv2d_nhwc(x, ...) + conv2d_nhwc(z, ...) - 2 b."""
    z = 3 - x[:, ::-1]
    agree(f, (2 * x + z, k, b, *rest), 2 * f(x, k, b, *rest) + f(z, k, b, *rest) - 2 * b, 4 * tolerance(x, k, b))


@law(where=valid(roomy), times=2)
def a_step_less_is_a_row_or_column_less(f, x, k, b, stride=(1, 1), padding="valid"):
    """Without its first sh rows the image gives the same result without its first row; so for the first sw columns."""
    (sh, sw), y, few = stride, f(x, k, b, stride, padding), 2 * tolerance(x, k, b)
    agree(f, (x[:, sh:], k, b, stride, padding), y[:, 1:], few)
    agree(f, (x[:, :, sw:], k, b, stride, padding), y[:, :, 1:], few)


@law(where=nothing_is_square, times=3)
def rows_and_columns_may_trade_places(f, *case):
    """Transposing images, kernels and stride transposes the result."""
    x, k, b, stride, padding = filled(*case)
    flipped = x.transpose(0, 2, 1, 3).copy(), k.transpose(1, 0, 2, 3).copy(), b, stride[::-1], padding
    agree(f, flipped, f(x, k, b, stride, padding).transpose(0, 2, 1, 3), 2 * tolerance(x, k, b))


@law(where=lambda *case: len(case) < 5 and valid(roomy)(*case), times=3)
def defaults_may_be_written_out(f, *case):
    """A missing stride is (1, 1), and a missing padding is 'valid'."""
    agree(f, filled(*case), f(*case), 2 * tolerance(*case))


def is_broken_by_quarters(x, k, b, *rest):
    """A small case of whole numbers with 'valid' in which truncation shows."""
    first = (x[0, : k.shape[0], : k.shape[1]] * k[..., 0]).sum() if valid(lambda r, c: True)(x, k, b, *rest) else 0
    return is_whole(x, k, b) and x.size + k.size + b.size <= 20 and first % 4 > 0


@contract(where=is_broken_by_quarters, times=2)
def does_not_truncate_integers(f, x, k, b, *rest):
    """Images, filters and biases of integers give the same numbers as the same ones of floats."""
    expected = f(x, k, 4 * b, *rest) / 4
    agree(f, (x.astype(np.int64), k / 4, b, *rest), expected, tolerance(x, k, b))
    agree(f, (x / 4, k.astype(np.int64), b.astype(np.int64), *rest), expected, tolerance(x, k, b))
