"""Solutions written from the statements alone, without sight of checks or references, by many hands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from convgrade.draw import elements_of
from convgrade.grading import Judgement

SOLUTIONS = Path(__file__).parent / "solutions"
RIGHT = sorted((SOLUTIONS / "right").glob("*/*.py"))
WRONG = sorted((SOLUTIONS / "wrong").glob("*/*.py"))
FIRST = {path for folder in SOLUTIONS.glob("*/*") for path in sorted(folder.glob("*.py"))[:2]}
SMALL = 12


def marked(path: Path) -> object:
    """A test's parameter: two of a folder are in the quick run, and those with TensorFlow need it."""
    needs = [pytest.mark.keras] if "tensorflow" in (text := path.read_text("utf-8")) or "keras" in text else []
    return pytest.param(path, marks=[*needs, *([] if path in FIRST else [pytest.mark.slow])], id=f"{path.parent.name}-{path.stem}")


@pytest.mark.parametrize("path", [marked(path) for path in RIGHT])
def test_right_work_passes(path: Path, judged: Callable[..., Judgement], record_property: Callable[[str, object], None]) -> None:
    one = judged(path.parent.name, path)
    record_property("right solutions", 1)
    record_property("right solutions refused", int(not one.passed))
    assert (one.attempt.verdict, one.attempt.message) == ("passed", "")


@pytest.mark.parametrize("path", [marked(path) for path in WRONG])
def test_wrong_work_does_not_pass_and_gets_a_counterexample(
    path: Path, judged: Callable[..., Judgement], record_property: Callable[[str, object], None]
) -> None:
    one = judged(path.parent.name, path)
    record_property("wrong solutions", 1)
    record_property("wrong solutions accepted", int(one.passed))
    if one.attempt.failure:
        record_property("counterexamples", 1)
        record_property("counterexamples of at most 12 elements", int(elements_of(one.attempt.failure.arguments) <= SMALL))
    assert one.attempt.verdict not in ("passed", "ungraded", "missing")
    assert one.attempt.failure is not None
