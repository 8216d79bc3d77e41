"""pool_nhwc: where its cases come from, and what must hold for every right solution."""

import numpy as np

from convgrade.compare import is_whole, mean_tolerance, sum_tolerance
from convgrade.contracts import contract, leaves_its_inputs_alone, remembers_nothing
from convgrade.property import agree, law, require

__all__ = ["leaves_its_inputs_alone", "remembers_nothing"]

layouts = {"x": "NHWC", "result": "NHWC"}


def arguments(draw):
    """A batch x (N, H, W, C), a size that fits, and a mode, which is left out now and then."""
    size = draw.one_of(2, 2, 3, 2, 1)
    N, C = draw.one_of(1, 1, 2, 2, 3), draw.one_of(1, 1, 2, 2, 3)
    H, W = size * draw.one_of(1, 1, 2, 2, 3), size * draw.one_of(1, 1, 2, 2, 3)
    H, W = H + draw.one_of(0, size - 1, 1 % size), W + draw.one_of(0, size - 1, 1 % size)
    x = draw.array(N, H, W, C)
    x = draw.one_of(x, -x, np.roll(x, x.size // 2), x - x[0, H // 2, W // 2, 0])
    return draw.one_of((x, size), (x, size, "max"), (x, size, "avg"), (x, size, "avg"))


def tolerance(x, size, mode="max"):
    return mean_tolerance(size**2, x) if mode == "avg" else sum_tolerance(1, x)


def is_roomy(x, size, mode="max"):
    """No two entries are alike, and there are several blocks of several pixels."""
    return len(np.unique(x)) == x.size and size > 1 and max(x.shape[1] // size, x.shape[2] // size) > 1


def of(mode, test):
    """A stratum: cases of one mode, or of any, with blocks of several pixels, whose shape and size satisfy a test."""
    return lambda x, size, given="max": mode in (None, given) and len(np.unique(x)) == x.size and size > 1 and bool(test(*x.shape, size))


def is_cut(H, W, size):
    """Rows and columns are left over, and the images are no taller than wide."""
    return H % size > 0 < W % size and H <= W


def blocks_of(x, size):
    """The blocks, with axes (N, rows, columns, C, rows inside, columns inside)."""
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), (1, 2))
    return windows[:, ::size, ::size]


def has_broken_means(x, size, mode="max"):
    """An average case in which truncation shows."""
    return mode == "avg" and is_whole(x) and not is_whole(blocks_of(x, size).mean((4, 5)))


strata = {
    "average, images and channels": of("avg", lambda N, H, W, C, s: N > 1 < C and H != W and max(H, W) >= 2 * s),
    "maximum, images and channels": of("max", lambda N, H, W, C, s: N > 1 < C and s == 2 < H // 2 * 2 and W % 2 > 0),
    "average, as many images as channels": of("avg", lambda N, H, W, C, s: N == C > 1 and max(H, W) >= 2 * s),
    "maximum, rows and columns left over": of("max", lambda N, H, W, C, s: H % s > 0 < W % s),
    "average, rows and columns left over": of("avg", lambda N, H, W, C, s: H % s > 0 < W % s),
    "the mode left out": lambda *case: len(case) == 2 and is_roomy(*case),
    "rows alone left over": of(None, lambda N, H, W, C, s: H % s > 0 == W % s),
    "columns alone left over": of(None, lambda N, H, W, C, s: H % s == 0 < W % s),
    "more rows of blocks than columns": of(None, lambda N, H, W, C, s: H // s > W // s),
    "more columns of blocks than rows": of(None, lambda N, H, W, C, s: W // s > H // s),
    "blocks of three": of(None, lambda N, H, W, C, s: s == 3 and C > 1),
    "as many blocks as rows in a block": of(None, lambda N, H, W, C, s: H // s == s == W // s),
    "several images, one channel": of(None, lambda N, H, W, C, s: N > 1 == C),
    "one image, several channels": of(None, lambda N, H, W, C, s: C > 1 == N),
    "one image, one channel, a square": of(None, lambda N, H, W, C, s: N == C == 1 and H == W),
    "more channels than columns": of(None, lambda N, H, W, C, s: C > W),
    "maximum of negative numbers": lambda x, size, mode="max": mode == "max" and x.max() < 0 and is_roomy(x, size),
    "average of both signs": lambda x, size, mode="max": mode == "avg" and x.max() > 0 > x.min() and is_roomy(x, size),
    "average, one block": of("avg", lambda N, H, W, C, s: H // s == W // s == N == C == 1),
    "maximum, one block": of("max", lambda N, H, W, C, s: H // s == W // s == N == C == 1),
    "blocks of one pixel": lambda x, size, mode="max": size == 1 and x.size > 1,
}


@law(times=100)
def has_the_right_shape(f, *case):
    """Images and channels stay; height and width are divided by the size, rounded down."""
    x, size, *_ = case
    N, H, W, C = x.shape
    expected, shape = (N, H // size, W // size, C), f(*case).shape
    require(shape == expected, f, case, f"Your result has shape {shape}; it should be {expected}.")


@law(times=100)
def stays_within_its_block(f, *case):
    """No entry is above the largest or below the smallest pixel of its block, in its image and channel."""
    blocks, slack, Y = blocks_of(*case[:2]), 1e-6 * np.abs(case[0]).max(), f(*case)
    low, high = blocks.min((4, 5)), blocks.max((4, 5))
    inside = Y.shape == low.shape and bool(np.all((low - slack <= Y) & (high + slack >= Y)))
    require(inside, f, case, "An entry of your result lies outside what its block holds.")


def has_many(x, size, mode="max"):
    """Roomy, several images and several channels."""
    return is_roomy(x, size) and x.shape[0] > 1 < x.shape[3]


@law(where=has_many, times=2)
def every_image_is_pooled_on_its_own(f, x, size, mode="max"):
    """The last image alone gives the last of the results."""
    agree(f, (x[-1:], size, mode), f(x, size, mode)[-1:], 2 * tolerance(x, size, mode))


@law(where=has_many, times=2)
def every_channel_is_pooled_on_its_own(f, x, size, mode="max"):
    """The last channel alone gives the last channel of the result."""
    agree(f, (x[..., -1:].copy(), size, mode), f(x, size, mode)[..., -1:], 2 * tolerance(x, size, mode))


@law(where=has_many, times=3)
def images_and_channels_may_trade_places(f, x, size, mode="max"):
    """With images and channels exchanged, and rows and columns, so are those of the result."""
    agree(f, (x.transpose(3, 2, 1, 0).copy(), size, mode), f(x, size, mode).transpose(3, 2, 1, 0), 2 * tolerance(x, size, mode))


@law(where=is_roomy, times=4)
def a_constant_added_is_added(f, x, size, mode="max"):
    """Adding c to every pixel adds c to every entry, whatever signs the pixels have then."""
    c = -x.max() - 10000.5 if x.max() > 0 else 10000.5 - x.min()
    agree(f, (x + c, size, mode), f(x, size, mode) + c, 2 * tolerance(x, size, mode))


@law(where=lambda x, size, mode="max": size == 2 and is_roomy(x, size) and is_cut(*x.shape[1:3], size), times=3)
def what_fills_no_block_does_not_count(f, x, size, mode="max"):
    """Without the rows at the bottom and the columns at the right that fill no block the result is the same."""
    _, H, W, _ = x.shape
    agree(f, (x[:, : H // size * size, : W // size * size].copy(), size, mode), f(x, size, mode), 2 * tolerance(x, size, mode))


@law(where=lambda x, size, mode="max": size == 2 and is_roomy(x, size) and min(x.shape[1:3]) > 3, times=3)
def the_first_blocks_may_be_cut_off(f, x, size, mode="max"):
    """Without the first `size` rows and columns of the images the result lacks its first row and column."""
    agree(f, (x[:, size:, size:].copy(), size, mode), f(x, size, mode)[:, 1:, 1:], 2 * tolerance(x, size, mode))


@law(where=strata["maximum, images and channels"], times=3)
def a_bright_pixel_is_its_block(f, x, size, mode="max"):
    """A pixel brighter than all others is the maximum of its block, in its image and channel, and of no other."""
    bright, expected = x.copy(), f(x, size, mode).astype(float)
    row = x.shape[1] // size - 1
    bright[-1, row * size, 0, -1] = expected[-1, row, 0, -1] = np.abs(x).max() + 10
    agree(f, (bright, size, mode), expected)


@law(where=lambda x, size, mode="max": mode == "avg" and is_roomy(x, size) and x.size <= 48, times=2)
def averages_add_up(f, x, size, mode="max"):
    """The average of a sum of batches is the sum of their averages."""
    z = size**2 * (x.max() - x) ** 2 + 0.5
    x = size**2 * (x - x.min()) + 0.5
    agree(f, (x + z, size, mode), f(x, size, mode) + f(z, size, mode), 3 * tolerance(x, size, mode))


@contract(where=has_broken_means, times=3)
def does_not_truncate_integers(f, x, size, mode="max"):
    """A batch of integers gives the same numbers as the same batch of floats."""
    agree(f, (x.astype(np.int64), size, mode), f(x, size, mode), tolerance(x, size, mode))
