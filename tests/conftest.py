"""Fixtures, and the rule that a suite which cannot run says so."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import settings

from convgrade.bank import Bank, load
from convgrade.book.site import parts_folder
from convgrade.cli import cli
from convgrade.exercise import Exercise, find
from convgrade.frameworks import Zygotes
from convgrade.grading import Judgement, grade
from convgrade.limits import Limits
from convgrade.plan import Plan, plan_at
from convgrade.property import VALUE
from convgrade.report import overall, validated
from convgrade.submission import read

HERE = Path(__file__).parent
EXERCISES = find()
settings.register_profile("without a clock", deadline=None)  # a busy machine is no mistake
settings.load_profile("without a clock")


CHROMIUM = os.environ.get("CONVGRADE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PARTS = parts_folder()
SPHINX = ("sphinx", "myst_parser", "sphinx_exercise", "furo", "pydata_sphinx_theme", "sphinx_book_theme")
ABSENT = {  # what tests with a marker need, where it is not here
    "keras": "" if find_spec("tensorflow") else "TensorFlow is not installed: answers are NOT compared with Keras",
    "browser": "" if CHROMIUM and find_spec("axe_playwright_python") else "There is no Chromium, or no Playwright: pages are NOT looked at",
    "otter": "" if find_spec("otter") else "otter-grader is not installed: what is released for it is NOT tried",
    "nbgrader": "" if find_spec("nbgrader") else "nbgrader is not installed: what is released for it is NOT tried",
    "page": ""
    if CHROMIUM and PARTS.is_dir()
    else f"The page is NOT tested: there is no Chromium, or no Pyodide in {PARTS} (`make parts` fetches it)",
    "sphinx": "" if all(map(find_spec, SPHINX)) else f"Not all of {', '.join(SPHINX)} are installed: books are NOT built",
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


@dataclass(frozen=True)
class Course:
    """A course that was released for other systems."""

    folder: Path
    environment: dict[str, str]

    @cached_property
    def plan(self) -> Plan:
        return plan_at(self.folder / "instructor")

    def run(self, *command: str | Path, at: Path) -> subprocess.CompletedProcess[str]:
        """Run a module of Python, given by its name, or a script as a command, and require that it is done."""
        words = [sys.executable, *([] if isinstance(command[0], Path) else ["-m"]), *map(str, command)]
        done = subprocess.run(words, cwd=at, env=self.environment, capture_output=True, text=True, timeout=300)
        assert not done.returncode, done.stdout + done.stderr
        return done

    def once(self, step: str, make: Callable[[], object]) -> None:
        """Take a step that leaves files in the folder, unless another process of these tests has taken it."""
        once(self.folder, step, make)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """A folder that one of the processes of these tests fills, and all of them read."""
    base = tmp_path_factory.getbasetemp()
    place = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def folder_of(name: str, fill: Callable[[Path], object]) -> Path:
        folder = place / name
        folder.mkdir(exist_ok=True)
        once(folder, "filled", lambda: fill(folder))
        return folder

    return folder_of


def once(folder: Path, step: str, make: Callable[[], object]) -> None:
    """Take a step that leaves files in a folder, unless another process of these tests has taken it."""
    with (folder / f"{step}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / f"{step}.done").exists():
            make()
            (folder / f"{step}.done").touch()


@pytest.fixture(scope="session")
def course(shared: Callable[[str, Callable[[Path], object]], Path]) -> Course:
    """An assignment with points by property, a question and secret cases, released for otter-grader and nbgrader, once for all processes."""
    folder = shared("course", release)
    places = {"PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))), "PYTHONPATH": str(folder / "quick")}
    home = {name: str(folder / "home") for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")}
    return Course(folder, {**os.environ, **places, **home})


def release(folder: Path) -> None:
    (folder / "ps1.toml").write_text(ASSIGNMENT, "utf-8")
    words = ["release", folder / "ps1.toml", "--out", folder, "--without-keras", "--for", "otter", "--for", "nbgrader"]
    result = CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False)
    assert result.exception is None, result.output
    (folder / "quick").mkdir()
    (folder / "quick" / "rfc3987_syntax.py").write_text("raise ImportError\n", "utf-8")  # jsonschema takes seconds to import it, and does without


ASSIGNMENT = """title = "Convolution by hand"
[exercises]
corr2d = 2
out_size = { agrees_with_the_reference = 3, refuses_a_window_that_does_not_fit = 1 }
[questions]
q101 = 1.5
[seeds]
secret = 77
[limits]
cpu_seconds = 2
"""
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


SIZES = """# the secret seed is 98765
title = "Sizes"
[exercises]
out_size = 2
same_pads = { agrees_with_the_reference = 3, remembers_nothing = 1 }
[questions]
q101 = 1.5
[seeds]
secret = 98765
[limits]
cpu_seconds = 1
patience = 3
"""


@pytest.fixture(scope="session")
def released(shared: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """An assignment that is released for other systems; to be read, not changed."""
    return shared("released", release_sizes)


def release_sizes(folder: Path) -> None:
    (folder / "assignment.toml").write_text(SIZES, "utf-8")
    words = ["release", str(folder / "assignment.toml"), "--out", str(folder), "--without-keras", "--for", "gradescope", "--for", "github"]
    result = CliRunner().invoke(cli, words, standalone_mode=False)
    assert result.exception is None, result.output
