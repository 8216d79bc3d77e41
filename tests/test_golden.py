"""What a student reads after `check`, word for word. To renew after a deliberate change: CONVGRADE_RENEW=1."""

import os
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from convgrade.exercise import find
from convgrade.feedback import feedback_of
from convgrade.grading import Judgement
from convgrade.report import report_on
from convgrade.submission import read
from convgrade.terminal import text

GOLDEN = Path(__file__).parent / "golden"
CASES = {path.stem: path for path in sorted(GOLDEN.glob("*.py"))}


@pytest.mark.parametrize("case", CASES)
def test_a_student_reads_the_sentence_of_the_golden_file(case: str, judged: Callable[..., Judgement]) -> None:
    exercise = next(name for name in ("corr2d", "pool2d", "out_size", "trace_shapes") if case.endswith(name))
    report = report_on(read(CASES[case]), [judged(exercise, CASES[case])], "portable")
    shown = click.unstyle(text(feedback_of(report["exercises"][0], find()[exercise]))) + "\n"
    file = GOLDEN / f"{case}.txt"
    if os.environ.get("CONVGRADE_RENEW"):
        file.write_text(shown, "utf-8")
    assert shown == file.read_text("utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_golden_file_fits_on_a_screen(case: str) -> None:
    lines = (GOLDEN / f"{case}.txt").read_text("utf-8").splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
