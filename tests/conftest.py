"""Fixtures, and the rule that a suite which cannot run says so."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from convgrade.bank import Bank, load
from convgrade.exercise import Exercise, find
from convgrade.frameworks import Zygotes
from convgrade.grading import Judgement, grade
from convgrade.limits import Limits
from convgrade.property import VALUE
from convgrade.report import overall, validated
from convgrade.submission import read

HERE = Path(__file__).parent
EXERCISES = find()


CHROMIUM = os.environ.get("CONVGRADE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ABSENT = {  # what tests with a marker need, where it is not here
    "keras": "" if find_spec("tensorflow") else "TensorFlow is not installed: answers are NOT compared with Keras",
    "browser": "" if CHROMIUM and find_spec("axe_playwright_python") else "There is no Chromium, or no Playwright: pages are NOT looked at",
    "sphinx": "" if all(map(find_spec, ("sphinx", "myst_parser", "furo"))) else "Sphinx, MyST or Furo is not installed: the book is NOT built",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need Keras or a browser are skipped without it, unless CONVGRADE_REQUIRE names it: then they fail."""
    for marker, reason in ABSENT.items():
        if reason and marker not in os.environ.get("CONVGRADE_REQUIRE", ""):
            for item in items:
                if item.get_closest_marker(marker):
                    item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the tests counted, added up: numbers that they noted with `record_property`."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    counts: Counter[str] = Counter()
    for report in reports:
        for name, value in report.user_properties if report.when == "call" else ():
            counts[name] += value if type(value) is int else 0
    if counts:
        terminalreporter.section("counted")
    for name, number in counts.items():
        terminalreporter.write_line(f"{name}: {number}")


@pytest.fixture(scope="session")
def zygotes() -> Iterator[Zygotes]:
    with Zygotes.strongest() as running:
        yield running


@pytest.fixture(scope="session")
def banks() -> dict[str, Bank]:
    return {name: load(exercise.bank) for name, exercise in EXERCISES.items()}


@pytest.fixture
def judged(zygotes: Zygotes, banks: dict[str, Bank], tmp_path: Path) -> Callable[..., Judgement]:
    """Judge a source text, or a file, for one exercise in a real worker."""

    def judge(name: str, source: str | Path, **limits: int) -> Judgement:
        path = source if isinstance(source, Path) else tmp_path / f"{name}.py"
        if isinstance(source, str):
            path.write_text(source, "utf-8")
        chosen: dict[str, Exercise] = {name: EXERCISES[name]}
        return grade(read(path), chosen, {name: [banks[name]]}, zygotes, Limits(**limits))[0]

    return judge


Report = dict[str, Any]
ENTRY: Report = {"message": "So it is.", "blocked_by": [], "properties": [], "counterexample": None, "misconception": None, "oracles": []}
PROPERTY: Report = {"name": "is_so", "kind": "law", "visibility": "public", "passed": False, "score": 0.0, "max_score": 0.0, "cases": 3}
EXAMPLE: Report = {
    "property": VALUE,
    "call": "f(np.array([[1.0]]))",
    "arguments": {"X": [[1.0]]},
    "expected": [[2.0]],
    "got": [[1.0]],
    "where": [0, 0],
    "explanation": "Row 0, column 0: yours is 1, it should be 2.",
}


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    """Write a report: the name of a submission, and for each exercise a verdict, or what is in its entry."""

    def write(submission: str, entries: dict[str, str | Report], **more: Any) -> Report:
        made = [entry_of(exercise, {"verdict": told} if isinstance(told, str) else told) for exercise, told in entries.items()]
        score, verdicts = sum(entry["score"] for entry in made), [entry["verdict"] for entry in made]
        head = {"schema": 1, "convgrade": "0", "submission": submission, "verdict": overall(verdicts), "message": f"{score:g} of {len(made)} passed"}
        rest = {"isolation": "strict", "score": score, "max_score": float(len(made)), "banks": [], "exercises": made, "questions": []}
        return validated({**head, **rest, **more})

    return write


def entry_of(exercise: str, told: Report) -> Report:
    entry = {"exercise": exercise, **ENTRY, "score": float(told["verdict"] == "passed"), "max_score": 1.0, "seconds": 0.0, **told}
    example = None if entry["counterexample"] is None else {**EXAMPLE, **entry["counterexample"]}
    return {**entry, "counterexample": example, "properties": [{**PROPERTY, **one} for one in entry["properties"]]}


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium. It has a process of its own and no window."""
    assert not ABSENT["browser"], ABSENT["browser"]
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM)
        yield running
        running.close()
