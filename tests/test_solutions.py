"""Solutions written from the statements alone, without sight of checks or references, by many hands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from convgrade.grading import Judgement

SOLUTIONS = Path(__file__).parent / "solutions"
RIGHT = sorted((SOLUTIONS / "right").glob("*/*.py"))
WRONG = sorted((SOLUTIONS / "wrong").glob("*/*.py"))


def needs_keras(path: Path) -> object:
    mark = pytest.mark.keras if "tensorflow" in path.read_text("utf-8") else ()
    return pytest.param(path, marks=mark, id=f"{path.parent.name}-{path.stem}")


@pytest.mark.parametrize("path", [needs_keras(path) for path in RIGHT])
def test_right_work_passes(path: Path, judged: Callable[..., Judgement]) -> None:
    one = judged(path.parent.name, path)
    assert (one.attempt.verdict, one.attempt.message) == ("passed", "")


@pytest.mark.parametrize("path", [needs_keras(path) for path in WRONG])
def test_wrong_work_does_not_pass_and_gets_a_counterexample(path: Path, judged: Callable[..., Judgement]) -> None:
    one = judged(path.parent.name, path)
    assert one.attempt.verdict not in ("passed", "ungraded", "missing")
    assert one.attempt.failure is not None
