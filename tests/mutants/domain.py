"""The second generator: arguments from the whole domain of each exercise, written from curriculum and statements alone.

It shares nothing with the strategies in the exercises' own `checks.py`. What a statement says nothing of is never drawn.
"""

from collections.abc import Callable

import numpy as np

from convgrade.draw import size_of

from .drawing import Arguments, Luck, array, axis, left_out, length, likely, one_of, size

WRONG_WORDS = (
    "",
    "SAME",
    "Valid",
    "FULL",
    "MAX",
    "Avg",
    "sam",
    "fuller",
    "maxi",
    "av",
    "a",
    "half",
    "none",
    "circular",
    "mean",
    "min",
    "sum",
    "wrap",
    "zeros",
)

Domain = Callable[[Luck], Arguments]


def inputs(name: str, count: int) -> list[Arguments]:
    """`count` inputs of an exercise, always the same, the smallest first: the first that shows a difference is easily read."""
    luck = np.random.default_rng(sum(name.encode()))
    return sorted((DOMAINS[name](luck) for _ in range(count)), key=size_of)


def corr2d(luck: Luck) -> Arguments:
    """Kernels that fit; one in eight may not."""
    (H, h), (W, w) = axis(luck), axis(luck)
    if likely(luck, 0.12):
        h, w = size(luck, 1, H + 2), size(luck, 1, W + 2)
    return array(luck, H, W), array(luck, h, w)


def corr2d_multi_in(luck: Luck) -> Arguments:
    """One to five channels; one in eight kernels may have another number."""
    (H, h), (W, w), c = axis(luck), axis(luck), size(luck, 1, 5)
    other = size(luck, 1, 5) if likely(luck, 0.12) else c
    return array(luck, c, H, W), array(luck, other, h, w)


def corr2d_multi_in_out(luck: Luck) -> Arguments:
    """Channels in and out, as many or not."""
    (H, h), (W, w), ci = axis(luck), axis(luck), size(luck, 1, 4)
    co = one_of(luck, ci, size(luck, 1, 5))
    return array(luck, ci, H, W), array(luck, co, ci, h, w)


def corr2d_multi_in_out_1x1(luck: Luck) -> Arguments:
    """Channels in and out, as many or not."""
    ci = size(luck, 1, 6)
    co = one_of(luck, ci, size(luck, 1, 6))
    return array(luck, ci, length(luck), length(luck)), array(luck, co, ci, 1, 1)


def conv2d_nhwc(luck: Luck) -> Arguments:
    """Both paddings; a kernel that need not fit with 'same'."""
    padding = one_of(luck, "valid", "same")
    (H, h), (W, w) = axis(luck), axis(luck)
    if padding == "same":
        h, w = one_of(luck, h, size(luck, 1, 6)), one_of(luck, w, size(luck, 1, 6))
    n, ci = size(luck, 1, 3), size(luck, 1, 3)
    co = one_of(luck, ci, size(luck, 1, 4))
    arrays = array(luck, n, H, W, ci), array(luck, h, w, ci, co), array(luck, co)
    stride = strides(luck)
    if padding == "valid":
        return left_out(luck, (*arrays, stride, padding), ((1, 1), "valid") if likely(luck, 0.5) else ("valid",))
    return (*arrays, stride, padding)


def strides(luck: Luck) -> tuple[int, int]:
    """Steps down and across, the same or not."""
    s = size(luck, 1, 4)
    return one_of(luck, (s, s), (s, size(luck, 1, 5)), (1, s), (s, 1))


def out_size(luck: Luck) -> Arguments:
    """Windows that fit, and one in six that may not."""
    n, p, s, d = length(luck) + size(luck, 0, 4), size(luck, 0, 4), size(luck, 1, 6), size(luck, 1, 4)
    arguments = (p, s, d)[: size(luck, 0, 3)]
    room = n + 2 * (arguments[0] if arguments else 0)
    k = size(luck, 1, (room - 1) // (d if len(arguments) == 3 else 1) + 1)
    if likely(luck, 0.16):
        k = size(luck, 1, room + 3)
    return (n * 10, k, *arguments) if likely(luck, 0.05) else (n, k, *arguments)


def conv_shape(luck: Luck) -> Arguments:
    """All paddings, wrong ones, kernels larger than the image."""
    padding = one_of(luck, "valid", "valid", "same", "full")
    (H, h), (W, w) = axis(luck), axis(luck)
    if padding != "valid" or likely(luck, 0.15):
        h, w = size(luck, 1, H + 3), size(luck, 1, W + 3)
    if likely(luck, 0.06):
        padding = one_of(luck, *WRONG_WORDS)
    arguments = (H, W), (h, w), strides(luck), padding
    return left_out(luck, arguments, ((1, 1), "valid")) if padding == "valid" else arguments


def same_pads(luck: Luck) -> Arguments:
    """Any axis, taps, stride and dilation; now and then a long axis."""
    arguments = size(luck, 1, one_of(luck, 8, 20, 300)), size(luck, 1, 9), size(luck, 1, 7), size(luck, 1, 4)
    return left_out(luck, arguments, (1, 1))


def corr2d_strided(luck: Luck) -> Arguments:
    """Kernels that fit, strides that divide or do not."""
    (H, h), (W, w) = axis(luck), axis(luck)
    return array(luck, H, W), array(luck, h, w), strides(luck)


def trace_shapes(luck: Luck) -> Arguments:
    """A few conv and pool layers, then perhaps flat ones; every window fits."""
    shape = [size(luck, 1, 30), size(luck, 1, 30), size(luck, 1, 5)]
    start, layers = tuple(shape), []
    for _ in range(size(luck, 0, 5)):
        padding = one_of(luck, None, 0, 1, 2, size(luck, 0, 4))
        short = min(shape[:2]) + 2 * (padding or 0)
        k = one_of(luck, short, size(luck, 1, min(short, 3)), size(luck, 1, min(short, 5)), size(luck, 1, min(short, 9)))
        stride = one_of(luck, None, None, size(luck, 1, 4))
        layer = {"type": "conv", "filters": size(luck, 1, 16), "kernel": k} if likely(luck, 0.5) else {"type": "pool", "size": k}
        layers.append({**layer, **({} if stride is None else {"stride": stride}), **({} if padding is None else {"padding": padding})})
        step = stride or (1 if layer["type"] == "conv" else k)
        shape[:2] = [(n + 2 * (padding or 0) - k) // step + 1 for n in shape[:2]]
    flat = [{"type": "flatten"}, *({"type": "dense", "units": size(luck, 1, 20)} for _ in range(size(luck, 0, 3)))]
    return start, layers + one_of(luck, [], flat)


def conv_params(luck: Luck) -> Arguments:
    """Channels that the groups divide."""
    groups = one_of(luck, 1, 2, 3, 4, 6)
    ci, co = groups * size(luck, 1, 8), groups * size(luck, 1, 8)
    arguments = ci, co, size(luck, 1, 7), size(luck, 1, 7), groups, one_of(luck, True, False)
    return left_out(luck, arguments, (1, True) if groups == 1 else (True,))


def toeplitz_1d(luck: Luck) -> Arguments:
    """Kernels that fit; one in eight may not."""
    n, k = axis(luck)
    if likely(luck, 0.12):
        k = size(luck, 1, n + 3)
    return array(luck, k), n


def corr2d_matrix(luck: Luck) -> Arguments:
    """Kernels that fit."""
    (H, h), (W, w) = axis(luck), axis(luck)
    return array(luck, h, w), (H, W)


def dense_equivalent_stats(luck: Luck) -> Arguments:
    """Kernels that fit."""
    (H, h), (W, w) = axis(luck), axis(luck)
    return (H, W), (h, w)


def im2col(luck: Luck) -> Arguments:
    """Patches that fit, a stride that divides or does not."""
    (H, h), (W, w) = axis(luck), axis(luck)
    return left_out(luck, (array(luck, size(luck, 1, 4), H, W), (h, w), size(luck, 1, 5)), (1,))


def pool2d(luck: Luck) -> Arguments:
    """Windows that fit and one in eight that may not; wrong modes."""
    (H, h), (W, w) = axis(luck), axis(luck)
    if likely(luck, 0.12):
        h, w = size(luck, 1, H + 2), size(luck, 1, W + 2)
    mode = one_of(luck, *WRONG_WORDS) if likely(luck, 0.06) else one_of(luck, "max", "avg")
    arguments = array(luck, H, W), (h, w), mode
    return left_out(luck, arguments, ("max",)) if mode == "max" else arguments


def pool(luck: Luck) -> Arguments:
    """All modes and paddings; with 'same' a window that need not fit."""
    (H, h), (W, w) = axis(luck), axis(luck)
    padding, mode = one_of(luck, "valid", "same"), one_of(luck, "max", "avg")
    if padding == "same":
        h, w = one_of(luck, h, size(luck, 1, H + 3)), one_of(luck, w, size(luck, 1, W + 3))
    stride = one_of(luck, None, strides(luck))
    defaults = (None, "valid", "max")
    arguments = array(luck, H, W), (h, w), stride, padding, mode
    given = 5 if mode == "avg" else 4 if padding == "same" else 3 if stride else 2
    return arguments if likely(luck, 0.4) else arguments[: size(luck, given, 5)] if given < 5 else (*arguments[:5], *defaults[3:])


def pool_nhwc(luck: Luck) -> Arguments:
    """Batches and channels; a block that fits."""
    H, W = length(luck), length(luck)
    block = one_of(luck, min(H, W), size(luck, 1, min(H, W)), size(luck, 1, min(H, W, 3)))
    arguments = array(luck, size(luck, 1, 4), H, W, size(luck, 1, 4)), block, one_of(luck, "max", "avg")
    return left_out(luck, arguments, ("max",)) if arguments[2] == "max" else arguments


DOMAINS: dict[str, Domain] = {
    domain.__name__: domain
    for domain in (
        corr2d, corr2d_multi_in, corr2d_multi_in_out, corr2d_multi_in_out_1x1, conv2d_nhwc,
        out_size, conv_shape, same_pads, corr2d_strided, trace_shapes, conv_params,
        toeplitz_1d, corr2d_matrix, dense_equivalent_stats, im2col, pool2d, pool, pool_nhwc,
    )
}  # fmt: skip
