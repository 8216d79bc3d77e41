"""The sample class: submissions as people write them, each with its verdicts in a file beside it, compared exactly."""

import json
from pathlib import Path

import pytest

from convgrade.bank import Bank
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.grading import grade
from convgrade.limits import Limits
from convgrade.report import refusal, report_on, validated
from convgrade.submission import read
from convgrade.untrusted import Refused

CLASS = Path(__file__).parent / "sample_class"
LIMITS = Limits(cpu_seconds=2)  # what never ends is waited for as long; all else takes a hundredth of it
WITH_TENSORFLOW = {"mei_tanaka.ipynb", "yuki_nakamura.ipynb", "sofia_kowalski.ipynb", "arjun_mehta.py", "bruno_costa.py"}
SUBMISSIONS = sorted(
    (path for path in (CLASS / "submissions").iterdir() if not path.name.startswith((".", "__"))),
    key=lambda path: (path.name in WITH_TENSORFLOW, path.name),  # neighbours are graded by one process, which loads TensorFlow once
)


def test_there_is_an_expectation_for_every_submission_and_no_other() -> None:
    assert sorted(path.stem for path in (CLASS / "expected").iterdir()) == sorted(path.stem for path in SUBMISSIONS)


@pytest.mark.parametrize("path", [pytest.param(p, id=p.name, marks=pytest.mark.keras if p.name in WITH_TENSORFLOW else ()) for p in SUBMISSIONS])
def test_a_submission_gets_exactly_the_verdicts_it_should(path: Path, zygotes: Zygotes, banks: dict[str, Bank]) -> None:
    expected = json.loads((CLASS / "expected" / f"{path.stem}.json").read_text("utf-8"))
    exercises = {name: exercise for name, exercise in find().items() if name in expected}
    try:
        judgements = grade(read(path), exercises, {name: [banks[name]] for name in exercises}, zygotes, LIMITS)
        report = report_on(read(path), judgements, zygotes.isolation.tier)
    except Refused as why:
        report = refusal(path.name, str(why), list(exercises))
    assert {e["exercise"]: e["verdict"] for e in validated(report)["exercises"]} == expected
