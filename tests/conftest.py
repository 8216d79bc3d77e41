"""Fixtures, and the rule that a suite which cannot run says so."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from convgrade.bank import Bank, load
from convgrade.exercise import Exercise, find
from convgrade.frameworks import Zygotes
from convgrade.grading import Judgement, grade
from convgrade.limits import Limits
from convgrade.submission import read

HERE = Path(__file__).parent
EXERCISES = find()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need Keras are skipped without it, unless CONVGRADE_REQUIRE names it."""
    if find_spec("tensorflow") or "keras" in os.environ.get("CONVGRADE_REQUIRE", ""):
        return
    skip = pytest.mark.skip(reason="TensorFlow is not installed: answers are NOT compared with Keras")
    for item in items:
        if item.get_closest_marker("keras"):
            item.add_marker(skip)


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
