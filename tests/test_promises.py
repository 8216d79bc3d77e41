"""Every exercise keeps what all exercises promise."""

import pytest

from convgrade.exercise import find
from convgrade.promises import promises


def test_there_are_exercises() -> None:
    assert {"corr2d", "out_size", "pool2d", "trace_shapes"} <= set(find())


@pytest.mark.slow
@pytest.mark.parametrize("name", find())
def test_an_exercise_keeps_its_promises(name: str) -> None:
    assert [promise for promise in promises(find()[name]) if promise.broken] == []
