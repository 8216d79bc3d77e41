"""The comparison: it accepts what is the same and refuses everything else."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from convgrade.compare import difference, mean_tolerance, sum_tolerance

ONES = np.ones((2, 3))


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (ONES.astype(np.float32), ONES),
        (ONES.astype(int), ONES),
        (ONES.tolist(), ONES),
        (tuple(map(tuple, ONES.tolist())), ONES),
        (ONES + 1e-9, ONES),
        (7, 7),
        ([(1, 2), [3]], [(1, 2), (3,)]),
        ((np.array([1, 2]), (3,)), [(1, 2), (3,)]),
        ({"a": 1}, {"a": 1}),
        (None, None),
        ("max", "max"),
        (2, 2.0),
    ],
)
def test_the_same_in_another_container_is_the_same(got: Any, expected: Any) -> None:
    assert difference(got, expected, 1e-6) is None


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (1.0, ONES),
        (np.ones((1, 3)), ONES),
        (np.ones((3, 2)), ONES),
        (np.ones(6), ONES),
        (np.ones((1, 2, 3)), ONES),
        (np.full((2, 3), np.nan), ONES),
        (np.full((2, 3), np.inf), ONES),
        (np.array([[1, 1, 1], [1, 1, 2.0]]), ONES),
        (ONES + 0j, ONES),
        ([[1, 1, 1], [1, 1]], ONES),
        (np.ones((2, 0)), ONES),
        (None, ONES),
        ("1", ONES),
        ({"a": ONES}, ONES),
        (7.0, 7),
        (True, 1),
        (8, 7),
        ((1,), 1),
        (1, (1,)),
        ((1, 2, 3), (1, 2)),
        ((1, 2.0), (1, 2)),
        (None, []),
        ({"a": 1, "b": 2}, {"a": 1}),
        ("Max", "max"),
        (float("nan"), 1.0),
        (1, None),
    ],
)
def test_anything_else_is_different(got: Any, expected: Any) -> None:
    assert difference(got, expected, 1e-6) is not None


@given(hnp.arrays(np.int8, hnp.array_shapes(max_dims=3, max_side=4)), st.data())
def test_one_wrong_entry_is_found_where_it_is(array: np.ndarray, data: st.DataObject) -> None:
    expected = array.astype(float)
    where = tuple(data.draw(st.integers(0, n - 1)) for n in array.shape)
    got = expected.copy()
    got[where] += data.draw(st.sampled_from([1.0, -1.0, np.nan, np.inf]))
    found = difference(got, expected, sum_tolerance(array.size, expected))
    assert found is not None
    assert found.where == where


@given(hnp.arrays(np.float64, st.integers(1, 200), elements=st.floats(-100, 100)), hnp.arrays(np.float64, 200, elements=st.floats(-100, 100)))
def test_a_sum_of_products_in_float32_is_never_refused(x: np.ndarray, k: np.ndarray) -> None:
    k = k[: x.size]
    single = np.float32(0)
    for a, b in zip(x.astype(np.float32), k.astype(np.float32), strict=True):
        single += a * b
    tiny = x.size * 1e-30  # what underflow may lose
    assert difference(float(single), float(x @ k), sum_tolerance(x.size, x, k) + tiny) is None


def test_a_dropped_term_is_refused_for_whole_numbers() -> None:
    x = np.arange(1.0, 50.0)
    assert difference(float(x[1:].sum()), float(x.sum()), sum_tolerance(x.size, x)) is not None


def test_a_mean_that_is_off_by_one_in_its_sum_is_refused() -> None:
    x = np.arange(1.0, 10.0)
    assert difference((x.sum() + 1) / 9, x.mean(), mean_tolerance(9, x)) is not None


def test_truncation_of_broken_numbers_is_refused() -> None:
    x = np.arange(1.0, 10.0) / 7
    assert difference(float(np.trunc(x.sum())), float(x.sum()), sum_tolerance(9, x)) is not None


def test_a_difference_in_a_dict_names_its_key() -> None:
    found = difference({"rows": 2, "cols": 3}, {"rows": 2, "cols": 4}, 0.0)
    assert found is not None
    assert found.sentence == "Your result['cols'] is 3; it should be 4."
