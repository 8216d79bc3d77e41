"""The same answer has one normal form, however it is written; what is no answer has none."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgrade.answers import FORMS, MOST_NUMBERS, near, normal

EDGES = ("Flip K", "Transpose `K`", "Negate K")
ALIKE: dict[str, list[Any]] = {
    "int": [43, "43", " 43 ", "43.0", 43.0, "+43", "4.3e1", np.int64(43), np.float32(43), np.array(43)],
    "float": [0.25, "0.25", ".25", "1/4", "0.2500", np.float64(0.25)],
    "bool": [True, "True", "yes", "YES", " Yes", "y", 1, "1", np.True_],
    "choice": ["b", "B", " b ", "(b)", "b)", "b.", "Transpose K", "transpose  `k`.", "(b) transpose K", "b transpose K"],
    "multi": ["a, c", "ca", "A C", ["c", "a"], {"a", "c"}, "(a), (c)", ["Flip K", "c"], "c,a,c"],
    "shape": [(2, 2), "(2, 2)", "2x2", "2 x 2", "2×2", "2,2", "2 2", "[2, 2]", [2, 2], (2.0, 2), np.array([2, 2]), "(2,2,)", ("2", "2")],  # noqa: RUF001
    "pair": [(-1, 2), "-1 2", "(-1, 2)", "−1, 2", [[-1, 2]]],  # noqa: RUF001
    "triple": [(1, 2, 3), "1x2x3", "{1, 2, 3}"],
    "vector": [[0, 1, -1], "0 1 -1", "[0,1,-1]", "[0. 1. -1.]", (0, 1, -1), [[0, 1, -1]], np.array([[0.0, 1.0, -1.0]]), "0; 1; -1"],
    "matrix": [[[4, 5], [7, 8]], "[[4, 5], [7, 8]]", "[[4 5]\n [7 8]]", ((4, 5), (7, 8)), np.array([[4, 5], [7, 8]]), "(4 5) (7 8)"],
}
NONE: dict[str, list[Any]] = {
    "int": ["", "abc", "4 3", [43], (), {}, True, None, "1/0", "--1", 3j, object(), "1_", "9" * 60],
    "float": ["", "a quarter", "1/0", [0.25], False, None],
    "bool": ["", "maybe", 2, None, [], 0.5, [True]],
    "choice": ["", "d", "z", "ab", 1, None, "Transpose", ["b"]],
    "multi": ["", "d", [], None, 3, ["a", None], "a and c"],
    "shape": ["", "()", (), "two", "(2", "2)", [[2], [2]], [None, 2], "2y2", {2: 2}, None, 4],
    "pair": ["2", (1, 2, 3), [], None],
    "triple": [(1, 2), "1 2 3 4", None],
    "vector": ["", [], "[a]", [[[1]]], [True], [1] * (MOST_NUMBERS + 1), None],
    "matrix": ["", "4", [4], [[4, 5], [7]], [[]], "[[4, 5], [7, 8]", "]][[", [[4, "x"]], None],
}


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in ALIKE.items() for value in values[1:]])
def test_an_answer_written_otherwise_is_the_same(kind: str, value: Any) -> None:
    assert normal(kind, value, EDGES) == normal(kind, ALIKE[kind][0], EDGES) is not None


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in NONE.items() for value in values], ids=lambda value: repr(value).split(" at 0x")[0][:40]
)
def test_what_is_no_answer_has_no_form(kind: str, value: Any) -> None:
    assert normal(kind, value, EDGES) is None


def test_each_type_has_an_example_that_is_one() -> None:
    assert [kind for kind, (_, example) in FORMS.items() if normal(kind, example, EDGES) is None] == []
    assert set(ALIKE) == set(NONE) == set(FORMS)


@pytest.mark.parametrize(("kind", "one", "other"), [("int", 43, -43), ("vector", [1, 2], [2, 1]), ("matrix", [[1], [2]], [[1, 2]]), ("int", 7, 7.5)])
def test_different_answers_have_different_forms(kind: str, one: Any, other: Any) -> None:
    assert normal(kind, one) != normal(kind, other)


def test_thousands_may_be_set_apart() -> None:
    assert {normal("int", text) for text in ("51,380,224", "51_380_224", "51380224")} == {"51380224"}


@pytest.mark.parametrize("value", [0.25, -0.25, 1 / 9, 9.995, 1e-7, 1.0, 123456.0, 3])
def test_a_float_counts_if_it_is_within_a_thousandth(value: float) -> None:
    forms = near("float", value)
    assert all(normal("float", value * (1 + off)) in forms for off in (-9.4e-4, -5e-4, 0, 5e-4, 9.4e-4))
    assert not any(normal("float", value * (1 + off)) in forms for off in (-2e-3, -1.11e-3, 1.11e-3, 2e-3))


SIMPLE = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.complex_numbers()
VALUES = st.recursive(SIMPLE, lambda inner: st.lists(inner) | st.tuples(inner))


@given(st.sampled_from(sorted(FORMS)), VALUES | st.text("()[]{}0123456789.,;-+x/e _ab"))
def test_no_answer_upsets_the_reader(kind: str, value: Any) -> None:
    form = normal(kind, value, EDGES)
    assert form is None or (isinstance(form, str) and form)


def test_very_long_text_is_soon_refused() -> None:
    assert [normal(kind, "[1" * 10**6) for kind in FORMS] == [None] * len(FORMS)
    assert normal("vector", "1," * 10**6) is None
