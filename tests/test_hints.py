"""Hints: on what does not hold first, then the exercise's own."""

from dataclasses import replace
from pathlib import Path

import pytest

from convgrade.exercise import Exercise, find
from convgrade.hints import hints_for, own_hints

CORR2D = find()["corr2d"]


@pytest.mark.parametrize("exercise", find().values(), ids=str)
def test_without_a_check_the_hints_are_the_exercises_own(exercise: Exercise) -> None:
    assert hints_for(exercise) == own_hints(exercise)
    assert len(own_hints(exercise)) == 3


def test_a_law_that_does_not_hold_is_told_as_something_to_try_by_hand() -> None:
    hints = hints_for(CORR2D, ["agrees_with_the_reference", "a_one_hot_kernel_cuts_a_crop"])
    assert "A kernel with a single 1" in hints[1]
    assert [hint for hint in hints if hint in own_hints(CORR2D)] == own_hints(CORR2D)


@pytest.mark.parametrize(
    ("contract", "word"),
    [
        ("leaves_its_inputs_alone", "copy"),
        ("remembers_nothing", "left over"),
        ("does_not_truncate_integers", "dtype"),
        ("refuses_a_kernel_that_does_not_fit", "ValueError"),
    ],
)
def test_where_the_values_are_right_the_hints_are_on_the_contract_alone(contract: str, word: str) -> None:
    hints = hints_for(CORR2D, [contract])
    assert word in " ".join(hints)
    assert not set(hints) & set(own_hints(CORR2D))


def test_a_hint_tied_to_a_property_comes_first_where_it_does_not_hold(tmp_path: Path) -> None:
    text = "## A question\n\nWhat?\n\n## If `has_the_valid_shape` does not hold\n\nCount the places.\n\n## A rule\n\nSo.\n"
    (tmp_path / "hints.md").write_text(text, "utf-8")
    for name in ("checks.py", "stub.py"):
        (tmp_path / name).write_text(CORR2D.text(name), "utf-8")
    exercise = replace(CORR2D, folder=tmp_path)
    assert hints_for(exercise, ["has_the_valid_shape"])[0] == "Count the places."
    assert hints_for(exercise) == ["What?", "So."]
