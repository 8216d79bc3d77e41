"""Error bounds: no right way to compute exceeds them, and the nearest wrong one does, by far."""

from collections.abc import Callable
from fractions import Fraction
from math import prod
from typing import Any

import numpy as np
import pytest
import scipy.fft
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from convgrade.bounds import ARITHMETICS, LARGEST, NARROW, ROOM, STUDENTS, UNIT, Arithmetic, agrees, fft_bound
from convgrade.compare import sum_tolerance

Array = np.ndarray
FLOATS = {"float16": np.float16, "float32": np.float32, "float64": np.float64}
SPREAD = {"float16": 3, "float32": 30, "float64": 150}  # powers of ten: from what is lost to what overflows
SUMS = st.integers(1, 80)


@st.composite
def badly_scaled(draw: st.DrawFn, dtype: str, terms: int) -> Array:
    """Numbers of both signs whose sizes have nothing to do with each other, zeros and denormal numbers among them."""
    powers = draw(hnp.arrays(np.int64, terms, elements=st.integers(-SPREAD[dtype], SPREAD[dtype])))
    digits = draw(hnp.arrays(np.float64, terms, elements=st.floats(-1, 1, width=32)))
    with np.errstate(over="ignore", under="ignore"):
        numbers = (digits * 10.0**powers).astype(FLOATS[dtype])
    return np.nan_to_num(numbers, posinf=1, neginf=-1)


@st.composite
def factors(draw: st.DrawFn, dtype: str) -> tuple[Array, Array]:
    """Two vectors; now and then the second half of the products cancels the first."""
    terms = draw(SUMS)
    x, k = draw(badly_scaled(dtype, terms)), draw(badly_scaled(dtype, terms))
    return (np.concatenate([x, x]), np.concatenate([k, -k])) if draw(st.booleans()) else (x, k)


def exact(x: Array, k: Array) -> Fraction:
    return sum((Fraction(float(a)) * Fraction(float(b)) for a, b in zip(x, k, strict=True)), Fraction(0))


def bound_of(arithmetic: Arithmetic, x: Array, k: Array) -> Fraction:
    """How far the sum of products may be off, the part for what is too small included."""
    share, lost = arithmetic.share(len(x)), arithmetic.underflow(len(x), x.astype(float), k.astype(float))
    return Fraction(share) * exact(np.abs(x), np.abs(k)) + Fraction(lost)


def in_order(x: Array, k: Array) -> Any:
    total = x.dtype.type(0)
    for product in x * k:
        total = total + product
    return total


def backwards(x: Array, k: Array) -> Any:
    return in_order(x[::-1], k[::-1])


def by_size(x: Array, k: Array) -> Any:
    order = np.argsort(np.abs(x * k))
    return in_order(x[order], k[order])


def pairwise(x: Array, k: Array) -> Any:
    return (x * k).sum()


def einsum(x: Array, k: Array) -> Any:
    return np.einsum("i,i->", x, k)


def with_blas(x: Array, k: Array) -> Any:
    return x @ k


def in_blocks(x: Array, k: Array) -> Any:
    """As a library that blocks its loops: each part on its own, then the parts."""
    return x.dtype.type(sum((in_order(x[i : i + 7], k[i : i + 7]) for i in range(0, len(x), 7)), x.dtype.type(0)))


WAYS: tuple[Callable[[Array, Array], Any], ...] = (in_order, backwards, by_size, pairwise, einsum, with_blas, in_blocks)


@pytest.mark.parametrize("dtype", FLOATS)
@settings(max_examples=150)
@given(data=st.data())
def test_no_way_to_add_up_is_further_off_than_its_bound_however_badly_the_numbers_are_scaled(dtype: str, data: st.DataObject) -> None:
    x, k = data.draw(factors(dtype))
    arithmetic = NARROW.get(dtype, ARITHMETICS[dtype])
    magnitude = exact(np.abs(x), np.abs(k))
    if magnitude > arithmetic.largest / 2:
        return  # a partial sum may overflow: nothing is promised
    bound = bound_of(arithmetic, x, k)
    with np.errstate(under="ignore"):
        for way in WAYS:
            assert abs(Fraction(float(way(x, k))) - exact(x, k)) <= bound, way.__name__


@settings(max_examples=100)
@given(data=st.data())
def test_float16_that_accumulates_in_float32_stays_within_the_narrower_bound_of_that(data: st.DataObject) -> None:
    x, k = data.draw(factors("float16"))
    arithmetic, magnitude = ARITHMETICS["float16"], exact(np.abs(x), np.abs(k))
    if magnitude > arithmetic.largest / 2:
        return
    got = np.float16(in_order(x.astype(np.float32), k.astype(np.float32)))
    bound = bound_of(arithmetic, x, k)
    assert abs(Fraction(float(got)) - exact(x, k)) <= bound


def cut(x: Array, digits: int) -> Array:
    """Numbers with so many binary digits, the rest cut off: as hardware may make TF32 of float32."""
    parts, exponents = np.frexp(x)
    return np.ldexp(np.trunc(np.ldexp(parts, digits)), exponents - digits)


@settings(max_examples=100)
@given(data=st.data())
def test_tf32_with_factors_and_sums_cut_off_stays_within_its_bound(data: st.DataObject) -> None:
    x, k = data.draw(factors("float32"))
    arithmetic, magnitude = ARITHMETICS["tf32"], exact(np.abs(x), np.abs(k))
    if magnitude > arithmetic.largest / 2:
        return
    total = 0.0
    for product in cut(x.astype(float), 11) * cut(k.astype(float), 11):
        total = float(cut(np.asarray(total + product), 24))
    bound = bound_of(arithmetic, x, k)
    assert abs(Fraction(total) - exact(x, k)) <= bound


@settings(max_examples=100)
@given(data=st.data(), dtype=st.sampled_from(["float32", "float64"]))
def test_a_correlation_by_fourier_transforms_stays_within_the_bound_of_a_transform(data: st.DataObject, dtype: str) -> None:
    h, w = data.draw(st.integers(1, 6)), data.draw(st.integers(1, 6))
    H, W = h + data.draw(st.integers(0, 12)), w + data.draw(st.integers(0, 12))
    rng = np.random.default_rng(data.draw(st.integers(0, 1 << 20)))
    scale = 10.0 ** rng.uniform(-6, 6, (H, W))
    X, K = (rng.standard_normal(shape).astype(dtype) for shape in ((H, W), (h, w)))
    X = (X * scale).astype(dtype)
    size = [scipy.fft.next_fast_len(n, real=True) for n in (H, W)]
    spectrum = scipy.fft.rfft2(X, size) * scipy.fft.rfft2(K[::-1, ::-1], size)
    got = scipy.fft.irfft2(spectrum, size)[h - 1 : H, w - 1 : W]
    assert got.dtype == dtype
    windows = np.lib.stride_tricks.sliding_window_view(X.astype(np.longdouble), K.shape)
    expected = np.einsum("ijab,ab->ij", windows, K.astype(np.longdouble))
    assert np.abs(got - expected).max() <= fft_bound(UNIT[dtype], X.astype(float), K.astype(float), prod(size))


BEYOND = {"float64": 1e12, "float32": 3000, "tf32": 5, "float16": 20, "bfloat16": 3}


@pytest.mark.parametrize("name", BEYOND)
@pytest.mark.parametrize("terms", [2, 9, 25, 72])
def test_a_dropped_tap_is_beyond_the_bound_by_a_stated_factor(name: str, terms: int) -> None:
    """Of like numbers a tap is 1/n of the sum."""
    assert 1 / terms > BEYOND[name] * ARITHMETICS[name].share(terms)


@pytest.mark.parametrize(("name", "factor"), [("float16", 20), ("bfloat16", 3)])
def test_where_sums_are_kept_in_half_precision_a_dropped_tap_shows_among_nine_and_no_longer_among_many(name: str, factor: float) -> None:
    assert factor * NARROW[name].share(9) < 1 / 9
    assert NARROW[name].share(72) > 1 / 72


@pytest.mark.parametrize("name", BEYOND)
def test_a_border_that_counts_one_pixel_of_padding_is_beyond_the_bound_by_a_stated_factor(name: str) -> None:
    """A mean of eight pixels that is divided by nine is a ninth too small."""
    assert BEYOND[name] * ARITHMETICS[name].share(9) < 1 / 9


@given(terms=SUMS, largest=st.floats(0.1, 100))
def test_a_student_gets_at_least_twice_the_bound_of_float32_numbers_that_were_rounded_first(terms: int, largest: float) -> None:
    x, k = np.full(terms, largest + 0.01), np.full(terms, 0.3)
    magnitude = float(np.abs(x) @ np.abs(k))
    assert sum_tolerance(terms, x, k) >= 2 * STUDENTS.share(terms) * magnitude
    assert sum_tolerance(terms, x, k) == pytest.approx(ROOM * (terms + 2) * UNIT["float32"] * terms * x[0] * k[0])


def test_not_a_number_agrees_with_nothing_an_infinity_with_itself_and_zeros_with_each_other() -> None:
    nan, inf = np.nan, np.inf
    got, expected = np.array([nan, nan, 1, inf, inf, inf, -0.0]), np.array([nan, 1, nan, inf, -inf, 1, 0.0])
    assert agrees(got, expected, 1e300).tolist() == [False, False, False, True, False, False, True]


def test_where_a_partial_sum_could_overflow_nothing_is_promised() -> None:
    assert ARITHMETICS["float16"].in_range(np.array([1.0, 30000.0, 40000.0])).tolist() == [True, True, False]


@pytest.mark.parametrize("dtype", FLOATS)
def test_formats_are_those_of_numpy(dtype: str) -> None:
    told = np.finfo(FLOATS[dtype])
    assert (UNIT[dtype], ARITHMETICS[dtype].smallest, LARGEST[dtype]) == (told.eps / 2, told.smallest_normal, told.max)
    assert ARITHMETICS[dtype].digits == told.nmant + 1
