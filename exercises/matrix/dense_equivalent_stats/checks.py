"""dense_equivalent_stats: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.contracts import remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["remembers_nothing"]

KEYS = ("rows", "cols", "entries", "nonzeros", "zeros", "distinct")


def arguments(draw):
    """The shape of an image, and that of a kernel that fits."""
    kh, kw = draw.size(1, 5), draw.size(1, 5)
    if draw.one_of(False, False, False, True):
        kh, kw = kh + 14, kw + 16
    return (kh + draw.one_of(0, 1, 2, 3, 4, 9), kw + draw.one_of(0, 1, 2, 3, 4, 9)), (kh, kw)


def tolerance(in_shape, kernel):
    return 0.0


def places(in_shape, kernel):
    return in_shape[0] - kernel[0] + 1, in_shape[1] - kernel[1] + 1


def is_roomy(s, k):
    """No row or column, and room to move both ways."""
    return min(k) > 1 < min(places(s, k))


def is_oblong(s, k):
    """Roomy, and neither image, kernel nor output are square."""
    return is_roomy(s, k) and s[0] != s[1] and k[0] != k[1] and np.diff(places(s, k))[0] != 0


strata = {
    "square image, square kernel": lambda s, k: s[0] == s[1] and k[0] == k[1] and is_roomy(s, k),
    "square kernel, image that is not": lambda s, k: s[0] != s[1] and k[0] == k[1] and is_roomy(s, k),
    "square image, kernel that is not": lambda s, k: s[0] == s[1] and k[0] != k[1] and is_roomy(s, k),
    "wide image, tall kernel": lambda s, k: s[0] < s[1] and k[0] > k[1] and is_oblong(s, k),
    "tall image, wide kernel": lambda s, k: s[0] > s[1] and k[0] < k[1] and is_oblong(s, k),
    "wide image, wide kernel": lambda s, k: s[0] < s[1] and k[0] < k[1] and is_oblong(s, k),
    "kernel of one pixel": lambda s, k: k == (1, 1) and s[0] != s[1],
    "kernel as large as the image": lambda s, k: s == k and k[0] != k[1] and min(k) > 1,
    "kernel as tall as the image": lambda s, k: s[0] == k[0] > 1 and s[1] > k[1] > 1,
    "kernel as wide as the image": lambda s, k: s[1] == k[1] > 1 and s[0] > k[0] > 1,
    "kernel of one row": lambda s, k: k[0] == 1 < k[1] and s[0] > 1,
    "kernel of one column": lambda s, k: k[1] == 1 < k[0] and s[1] > 1,
    "image of one row": lambda s, k: s[0] == 1 < k[1] < s[1],
    "image of one column": lambda s, k: s[1] == 1 < k[0] < s[0],
    "image of one pixel": lambda s, k: s == (1, 1),
    "even kernel": lambda s, k: k[0] % 2 == 0 == k[1] % 2 and is_roomy(s, k),
    "kernel of more than 256 weights": lambda s, k: k[0] * k[1] > 256 and is_oblong(s, k),
    "large image": lambda s, k: min(s) > 9 and is_roomy(s, k),
}


@law(times=100)
def holds_six_whole_numbers(f, in_shape, kernel):
    """The result is a dict with six keys, each with an int."""
    stats = f(in_shape, kernel)
    require(type(stats) is dict and set(stats) == set(KEYS), f, (in_shape, kernel), f"A dict with exactly the keys {', '.join(KEYS)} is asked for.")
    require(all(type(n) is int for n in stats.values()), f, (in_shape, kernel), "A number in your dict is no int.")


@law(times=100)
def zeros_and_nonzeros_are_all_entries(f, in_shape, kernel):
    """The zeros and the nonzeros together are all entries, and these are rows times columns."""
    stats = f(in_shape, kernel)
    sums = stats["zeros"] + stats["nonzeros"] == stats["entries"] == stats["rows"] * stats["cols"]
    require(sums, f, (in_shape, kernel), "zeros + nonzeros, entries, and rows * cols should be one and the same number.")


@law(times=100)
def every_row_uses_every_weight_once(f, in_shape, kernel):
    """There are as many nonzeros as rows times different weights."""
    stats = f(in_shape, kernel)
    shared = stats["nonzeros"] == stats["rows"] * stats["distinct"]
    require(shared, f, (in_shape, kernel), "Each row holds each of the different weights once: nonzeros should be rows * distinct.")


@law(times=100)
def has_a_row_for_each_place_and_a_column_for_each_pixel(f, in_shape, kernel):
    """The rows are the places where the kernel fits, the columns the pixels of the image."""
    stats, (down, across) = f(in_shape, kernel), places(in_shape, kernel)
    require(
        stats["rows"] == down * across, f, (in_shape, kernel), f"The kernel has {down} places down and {across} across; yours are {stats['rows']}."
    )
    pixels = in_shape[0] * in_shape[1]
    require(stats["cols"] == pixels, f, (in_shape, kernel), f"The image has {pixels} pixels; yours are {stats['cols']}.")


@law(where=lambda s, k: s[0] * s[1] < 100, times=100)
def counts_what_the_matrix_holds(f, in_shape, kernel):
    """The matrix, written out, holds so many zeros, nonzeros and different weights."""
    h, w = places(in_shape, kernel)
    M = np.zeros((h, w, *in_shape), int)
    for i in range(h):
        for j in range(w):
            M[i, j, i : i + kernel[0], j : j + kernel[1]] = np.arange(1, kernel[0] * kernel[1] + 1).reshape(kernel)
    held = {"nonzeros": int((M != 0).sum()), "zeros": int((M == 0).sum()), "distinct": len(np.unique(M[M != 0]))}
    for key, count in held.items():
        yours = f(in_shape, kernel)[key]
        require(yours == count, f, (in_shape, kernel), f"The matrix, written out, has {count} {key}; yours are {yours}.")


@law(where=is_oblong, times=4)
def height_and_width_may_trade_places(f, in_shape, kernel):
    """With height and width exchanged for image and kernel, all counts stay."""
    agree(f, (in_shape[::-1], kernel[::-1]), f(in_shape, kernel))


@law(where=is_roomy, times=4)
def the_weights_do_not_depend_on_the_image(f, in_shape, kernel):
    """A larger image has as many different weights, and as many nonzeros for each row."""
    larger = in_shape[0] + 1, in_shape[1] + 2
    one, other = f(in_shape, kernel), f(larger, kernel)
    require(one["distinct"] == other["distinct"], f, (larger, kernel), f"With the image {in_shape} you count {one['distinct']} different weights.")
    shared = one["nonzeros"] * other["rows"] == other["nonzeros"] * one["rows"]
    require(shared, f, (larger, kernel), f"With the image {in_shape} each row of yours holds {one['nonzeros'] / max(one['rows'], 1):g} weights.")


@law(where=lambda s, k: s[0] != s[1], times=3)
def a_kernel_as_large_as_the_image_is_a_free_layer(f, in_shape, kernel):
    """A kernel as large as the image gives one row without zeros, in which all weights are different."""
    n = in_shape[0] * in_shape[1]
    agree(f, (in_shape, in_shape), {"rows": 1, "cols": n, "entries": n, "nonzeros": n, "zeros": 0, "distinct": n})


@law(where=lambda s, k: s[0] != s[1], times=3)
def a_kernel_of_one_pixel_is_a_multiple_of_the_identity(f, in_shape, kernel):
    """A kernel of one pixel gives a square matrix with one weight, which stands on the diagonal."""
    n = in_shape[0] * in_shape[1]
    agree(f, (in_shape, (1, 1)), {"rows": n, "cols": n, "entries": n * n, "nonzeros": n, "zeros": n * n - n, "distinct": 1})


@law(where=is_oblong, times=4)
def the_next_layer_has_a_column_for_each_row(f, in_shape, kernel):
    """The output is the image of a layer that comes after: the rows of the one are the columns of the other."""
    following = f(places(in_shape, kernel), (2, 1))["cols"]
    rows = f(in_shape, kernel)["rows"]
    require(rows == following, f, (in_shape, kernel), f"A layer whose image is this output has {following} columns; here your rows are {rows}.")
