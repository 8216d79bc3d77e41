"""Convolution on a device: forward and all gradients against plain loops, and the laws of the mathematics."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from convgrade.bounds import ARITHMETICS
from convgrade.exercise import answers_of, find
from convgrade.parity.measuring import FORMATS, Format, rounded

Array = np.ndarray
SHAPES = [  # images NHWC, kernel HWIO, stride, padding
    ((2, 9, 7, 3), (3, 3, 3, 4), (1, 1), "valid"),
    ((1, 8, 11, 4), (3, 3, 4, 8), (1, 1), "same"),
    ((2, 10, 9, 2), (5, 4, 2, 3), (2, 2), "same"),
    ((3, 7, 12, 1), (2, 3, 1, 2), (3, 2), "valid"),
    ((1, 16, 16, 16), (3, 3, 16, 16), (1, 1), "same"),
    ((2, 6, 5, 32), (1, 1, 32, 8), (1, 1), "valid"),
]
EXACT = [one for one in FORMATS if one.dtype in ("float64", "float32")]
reference = answers_of(find()["conv2d_nhwc"]).reference


def layer(stride: tuple[int, int], padding: str) -> Callable[..., Any]:
    def convolve(x: Any, k: Any, b: Any) -> Any:
        import keras

        y = keras.ops.conv(x, k, strides=stride, padding=padding, data_format="channels_last")
        return y + keras.ops.reshape(b, (1, 1, 1, -1))

    return convolve


def padded(x: Array, k: Array, stride: tuple[int, int], padding: str) -> tuple[Array, list[int]]:
    """The images with the zeros of a padding, and how many are before them."""
    pads = []
    for n, size, s in zip(x.shape[1:3], k.shape, stride, strict=False):
        total = max((-(-n // s) - 1) * s + size - n, 0) if padding == "same" else 0
        pads.append((total // 2, total - total // 2))
    return np.pad(x, ((0, 0), *pads, (0, 0))), [before for before, _ in pads]


def gradients_in_loops(x: Array, k: Array, b: Array, g: Array, stride: tuple[int, int], padding: str) -> list[Array]:
    """The gradients of sum(g * layer(x, k, b)), each product added where it belongs."""
    zeros, (top, left) = padded(x, k, stride, padding)
    gx, gk = np.zeros(zeros.shape), np.zeros(k.shape)
    for n, i, j, o in np.ndindex(g.shape):
        rows, columns = i * stride[0], j * stride[1]
        window = np.s_[n, rows : rows + k.shape[0], columns : columns + k.shape[1]]
        gx[window] += g[n, i, j, o] * k[..., o]
        gk[..., o] += g[n, i, j, o] * zeros[window]
    return [gx[:, top : top + x.shape[1], left : left + x.shape[2]], gk, g.sum((0, 1, 2))]


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_a_feature_map_is_within_the_bound_of_its_format(shapes: Any, chosen: Format, device: Any, numbers: Callable[..., Array]) -> None:
    image, kernel, stride, padding = shapes
    x, k, b = (numbers(*shape, dtype=chosen.dtype) for shape in (image, kernel, kernel[3:]))
    got = device.run(layer(stride, padding), x, k, b, chosen=chosen)
    terms, arithmetic = k[..., 0].size + 1, chosen.arithmetics[0]
    share = arithmetic.share(terms, roundings=2) + ARITHMETICS["float64"].share(terms)
    bound = share * reference(np.abs(x), np.abs(k), np.abs(b), stride, padding)
    assert (np.abs(got - reference(x, k, b, stride, padding)) <= device.allowed(bound, chosen, x, k)).all()


@pytest.mark.parametrize("chosen", EXACT, ids=lambda one: one.name)
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_gradients_of_images_kernel_and_bias_are_within_their_bounds(shapes: Any, chosen: Format, device: Any, numbers: Callable[..., Array]) -> None:
    image, kernel, stride, padding = shapes
    x, k, b = (numbers(*shape, dtype=chosen.dtype) for shape in (image, kernel, kernel[3:]))
    g = numbers(*reference(x, k, b, stride, padding).shape, seed=2, dtype=chosen.dtype)
    got = device.gradients(layer(stride, padding), x, k, b, weights=g, chosen=chosen)
    expected = gradients_in_loops(x, k, b, g, stride, padding)
    magnitudes = gradients_in_loops(np.abs(x), np.abs(k), np.abs(b), np.abs(g), stride, padding)
    factors = (g, k), (g, x), (g, np.ones(1))
    for mine, right, magnitude, terms, (one, other) in zip(got, expected, magnitudes, terms_of(k, g), factors, strict=True):
        share = chosen.arithmetics[0].share(terms) + ARITHMETICS["float64"].share(terms)
        assert (np.abs(mine - right) <= device.allowed(share * magnitude, chosen, one, other)).all()


def terms_of(k: Array, g: Array) -> tuple[int, int, int]:
    """The products that an entry of each gradient adds up, at most."""
    places = g[..., 0].size
    return k[..., 0, :].size, places, places


@pytest.mark.parametrize("cancels", [False, True])
@pytest.mark.parametrize("chosen", [one for one in FORMATS if one.dtype != "float16"], ids=lambda one: one.name)
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_numbers_of_all_sizes_from_denormal_ones_on_stay_within_the_bound_also_where_they_cancel(
    shapes: Any, chosen: Format, cancels: bool, device: Any
) -> None:
    image, kernel, stride, padding = shapes
    rng = np.random.default_rng(6)
    x, k = (rng.standard_normal(shape) * 10.0 ** rng.uniform(-15, 15, shape) for shape in (image, kernel))
    x.flat[::7] = 1e-40
    b = np.zeros(kernel[3])
    if cancels:
        x, k = np.concatenate([x, x], axis=3), np.concatenate([k, -k], axis=2)
    x, k = rounded((x, k), chosen.dtype)
    got = device.run(layer(stride, padding), x, k, b, chosen=chosen)
    terms, arithmetic = k[..., 0].size + 1, chosen.arithmetics[0]
    share = arithmetic.share(terms, roundings=2) + ARITHMETICS["float64"].share(terms)
    bound = share * reference(np.abs(x), np.abs(k), b, stride, padding) + arithmetic.underflow(terms, x, k)
    assert (np.abs(got - reference(x, k, b, stride, padding)) <= device.allowed(bound, chosen, x, k)).all()


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_the_cpu_and_this_device_are_no_further_apart_than_both_may_be_off(
    shapes: Any, chosen: Format, device: Any, numbers: Callable[..., Array]
) -> None:
    image, kernel, stride, padding = shapes
    x, k, b = (numbers(*shape, dtype=chosen.dtype) for shape in (image, kernel, kernel[3:]))
    here, there = (one.run(layer(stride, padding), x, k, b, chosen=chosen) for one in (device, replace(device, kind="cpu")))
    bound = chosen.arithmetics[0].share(k[..., 0].size + 1, roundings=2) * reference(np.abs(x), np.abs(k), np.abs(b), stride, padding)
    assert (np.abs(here - there) <= bound + device.allowed(bound, chosen, x, k)).all()


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_whole_numbers_come_out_exact_forwards_and_backwards(shapes: Any, dtype: str, device: Any, numbers: Callable[..., Array]) -> None:
    image, kernel, stride, padding = shapes
    x, k, b = (numbers(*shape, whole=True) for shape in (image, kernel, kernel[3:]))
    right, chosen = reference(x, k, b, stride, padding), Format(dtype)
    g = numbers(*right.shape, seed=2, whole=True)
    got = device.run(layer(stride, padding), x, k, b, chosen=chosen)
    if device.kind == "gpu" and not np.array_equal(got, right):  # a transform divides: what it rounds is less than half a unit
        got = np.round(got)
    assert np.array_equal(got, right)
    for mine, expected in zip(
        device.gradients(layer(stride, padding), x, k, b, weights=g, chosen=chosen), gradients_in_loops(x, k, b, g, stride, padding), strict=True
    ):
        assert np.array_equal(np.round(mine) if device.kind == "gpu" else mine, expected)


def test_it_is_linear_in_the_images(device: Any, numbers: Callable[..., Array]) -> None:
    chosen, f = Format("float64"), layer((1, 1), "same")
    x, z, k, b = numbers(2, 9, 8, 3, whole=True), numbers(2, 9, 8, 3, seed=2, whole=True), numbers(3, 3, 3, 4, whole=True), np.zeros(4)
    of_sum, of_x, of_z = (device.run(f, one, k, b, chosen=chosen) for one in (2 * x + z, x, z))
    assert np.array_equal(np.round(of_sum), np.round(2 * of_x + of_z))


def test_a_shifted_image_gives_a_shifted_map(device: Any, numbers: Callable[..., Array]) -> None:
    chosen, f = Format("float32"), layer((1, 1), "valid")
    x, k, b = numbers(1, 12, 12, 2, whole=True), numbers(3, 3, 2, 2, whole=True), numbers(2, whole=True)
    whole, part = device.run(f, x, k, b, chosen=chosen), device.run(f, x[:, 3:, 2:], k, b, chosen=chosen)
    assert np.array_equal(np.round(whole[:, 3:, 2:]), np.round(part))


def test_the_gradient_of_the_images_is_the_adjoint(device: Any, numbers: Callable[..., Array]) -> None:
    chosen, f = Format("float64"), layer((2, 1), "same")
    x, k, b = numbers(2, 9, 8, 3, whole=True), numbers(3, 4, 3, 5, whole=True), np.zeros(5)
    y = device.run(f, x, k, b, chosen=chosen)
    g = numbers(*y.shape, seed=2, whole=True)
    gx, gk, _ = device.gradients(f, x, k, b, weights=g, chosen=chosen)
    assert (y * g).sum() == pytest.approx((x * gx).sum(), rel=1e-12) == pytest.approx((k * gk).sum(), rel=1e-12)


@pytest.mark.parametrize("stride", [(1, 1), (2, 2)])
def test_channels_first_and_last_give_the_same(stride: tuple[int, int], device: Any, numbers: Callable[..., Array]) -> None:
    import keras

    chosen = Format("float32")
    x, k = numbers(2, 9, 8, 3, whole=True), numbers(3, 3, 3, 4, whole=True)
    last = device.run(lambda x, k: keras.ops.conv(x, k, strides=stride, data_format="channels_last"), x, k, chosen=chosen)
    try:
        first = device.run(lambda x, k: keras.ops.conv(x, k, strides=stride, data_format="channels_first"), x.transpose(0, 3, 1, 2), k, chosen=chosen)
    except Exception as problem:
        if "NHWC" not in str(problem):
            raise
        pytest.skip(f"{device.backend} has no channels first on this device")
    assert np.array_equal(np.round(first.transpose(0, 2, 3, 1)), np.round(last))


def test_in_deterministic_mode_the_same_call_gives_the_same_bits(device: Any, numbers: Callable[..., Array]) -> None:
    chosen, f = Format("float32"), layer((1, 1), "same")
    x, k, b = numbers(8, 24, 24, 16, dtype="float32"), numbers(3, 3, 16, 32, dtype="float32"), numbers(32, dtype="float32")
    g = numbers(8, 24, 24, 32, seed=2, dtype="float32")
    with deterministic(device.backend):
        runs = [[device.run(f, x, k, b, chosen=chosen), *device.gradients(f, x, k, b, weights=g, chosen=chosen)] for _ in range(3)]
    assert all(np.array_equal(one, other) for again in runs[1:] for one, other in zip(runs[0], again, strict=True))


@contextlib.contextmanager
def deterministic(backend: str) -> Iterator[None]:
    """The mode in which a backend gives the same bits again. JAX reads its switch when it starts; TensorFlow stays in it."""
    if backend == "tensorflow":
        import tensorflow as tf

        tf.random.set_seed(1)
        tf.config.experimental.enable_op_determinism()
        yield
    elif backend == "torch":
        import torch

        torch.use_deterministic_algorithms(True)
        yield
        torch.use_deterministic_algorithms(False)
    else:
        yield
