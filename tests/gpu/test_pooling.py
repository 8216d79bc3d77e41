"""Pooling on a device: maxima are exact, means within their bound, and a gradient goes to what was the maximum, also where there are ties."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from convgrade.bounds import ARITHMETICS
from convgrade.exercise import answers_of, find
from convgrade.parity.measuring import FORMATS, Format

Array = np.ndarray
SHAPES = [((2, 8, 10, 3), 2), ((1, 9, 12, 4), 3), ((3, 7, 5, 1), 2)]  # images NHWC, block
FULL = [one for one in FORMATS if one.dtype in ("float64", "float32")]
reference = answers_of(find()["pool_nhwc"]).reference


def pooling(size: int, mode: str) -> Callable[..., Any]:
    def pool(x: Any) -> Any:
        import keras

        op = keras.ops.max_pool if mode == "max" else keras.ops.average_pool
        return op(x, size, strides=size, padding="valid", data_format="channels_last")

    return pool


def blocks(x: Array, size: int) -> Array:
    """An image cut into its blocks: (N, Ho, Wo, C, size * size), what is left over dropped."""
    N, H, W, C = x.shape
    cut = x[:, : H // size * size, : W // size * size].reshape(N, H // size, size, W // size, size, C)
    return cut.transpose(0, 1, 3, 5, 2, 4).reshape(N, H // size, W // size, C, size * size)


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize(("shape", "size"), SHAPES)
def test_maxima_are_entries_as_they_are(shape: Any, size: int, chosen: Format, device: Any, numbers: Callable[..., Array]) -> None:
    x = numbers(*shape, dtype=chosen.dtype)
    assert np.array_equal(device.run(pooling(size, "max"), x, chosen=chosen), reference(x, size))


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize(("shape", "size"), SHAPES)
def test_means_are_within_the_bound_of_their_format(shape: Any, size: int, chosen: Format, device: Any, numbers: Callable[..., Array]) -> None:
    x = numbers(*shape, dtype=chosen.dtype)
    share = max(one.share(size**2 + 1) for one in chosen.arithmetics if one.accumulates != "float32" or chosen.dtype != "float64")
    bound = (share + ARITHMETICS["float64"].share(size**2 + 1)) * reference(np.abs(x), size, "avg")
    assert (np.abs(device.run(pooling(size, "avg"), x, chosen=chosen) - reference(x, size, "avg")) <= bound).all()


@pytest.mark.parametrize("chosen", FULL, ids=lambda one: one.name)
@pytest.mark.parametrize(("shape", "size"), SHAPES)
def test_the_gradient_of_a_maximum_goes_to_the_one_entry_that_it_was(
    shape: Any, size: int, chosen: Format, device: Any, numbers: Callable[..., Array]
) -> None:
    x = np.random.default_rng(3).permutation(int(np.prod(shape))).reshape(shape).astype(float)
    g = numbers(*reference(x, size).shape, seed=2, dtype=chosen.dtype)
    (got,) = device.gradients(pooling(size, "max"), x, weights=g, chosen=chosen)
    assert np.array_equal(blocks(got, size), (blocks(x, size) == reference(x, size)[..., None]) * g[..., None])
    assert np.count_nonzero(got) <= g.size


@pytest.mark.parametrize("chosen", FULL, ids=lambda one: one.name)
@pytest.mark.parametrize(("shape", "size"), SHAPES)
def test_where_entries_tie_maxima_alone_share_the_gradient_and_none_of_it_is_lost(
    shape: Any, size: int, chosen: Format, device: Any, record_property: Callable[[str, object], None]
) -> None:
    x = np.random.default_rng(4).integers(0, 3, shape).astype(float)
    g = np.random.default_rng(5).integers(1, 9, reference(x, size).shape) * 1.0
    (got,) = device.gradients(pooling(size, "max"), x, weights=g, chosen=chosen)
    shares, is_largest = blocks(got, size), blocks(x, size) == reference(x, size)[..., None]
    assert not shares[~is_largest].any()
    assert np.allclose(shares.sum(-1), g, rtol=1e-6, atol=0)
    first = np.arange(size * size) == is_largest.argmax(-1)[..., None]
    record_property("gradients of ties", g.size)
    record_property("of which went to the first maximum", int((shares == first * g[..., None]).all(-1).sum()))


@pytest.mark.parametrize("chosen", FULL, ids=lambda one: one.name)
@pytest.mark.parametrize(("shape", "size"), SHAPES)
def test_the_gradient_of_a_mean_is_spread_evenly(shape: Any, size: int, chosen: Format, device: Any, numbers: Callable[..., Array]) -> None:
    x = numbers(*shape, dtype=chosen.dtype)
    g = numbers(*reference(x, size).shape, seed=2, dtype=chosen.dtype)
    (got,) = device.gradients(pooling(size, "avg"), x, weights=g, chosen=chosen)
    bound = chosen.arithmetics[0].share(2) * np.abs(g)[..., None] / size**2
    assert (np.abs(blocks(got, size) - g[..., None] / size**2) <= bound).all()
