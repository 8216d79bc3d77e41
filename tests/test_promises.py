"""Every exercise keeps what all exercises promise."""

from collections.abc import Callable

import pytest

from convgrade.exercise import answers_of, find
from convgrade.promises import promises


def test_there_are_exercises() -> None:
    assert len(find()) >= 18


@pytest.mark.slow
@pytest.mark.parametrize("name", find())
def test_an_exercise_keeps_its_promises(name: str, record_property: Callable[[str, object], None]) -> None:
    record_property("misconceptions refused", len(answers_of(find()[name]).misconceptions))
    assert [promise for promise in promises(find()[name]) if promise.broken] == []
