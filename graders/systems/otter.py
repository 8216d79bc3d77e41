"""The plugin of otter-grader: what a student handed in is graded in isolated workers, and otter itself runs an empty notebook.

Otter loads it by its name, `convgrade.systems.otter.Isolated`; nothing else imports this module, and convgrade does not need otter. Otter
would run submissions in a kernel beside the tests and believe what that kernel says, and it unpickles a log that students hand in. So the
submission is taken out of otter's reach before any of that begins, and otter's results are replaced.
"""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nbformat.v4 import new_notebook
from otter.plugins import AbstractOtterPlugin
from otter.test_files import GradingResults, TestCase, TestFile
from otter.test_files.abstract_test import TestCaseResult
from otter.test_files.exception_test import ExceptionTestFile

from ..frameworks import Zygotes
from ..plan import plan_at, report_one
from ..prose import legible
from ..report import Report
from .otter_results import entries
from .parts import Part, parts_of

EMPTY = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}\n'
TAKEN = "handed-in"
GIVEN = "CONVGRADE_HANDED_IN"  # where a submission lies that otter is not to open at all


class Isolated(AbstractOtterPlugin):  # type: ignore[misc]
    """Grades against the instructor kit that is called `kit` among the files of the autograder."""

    def before_grading(self, config: Any) -> None:
        """Take away what was handed in, before otter reads a log, starts a kernel in that folder, or imports from it."""
        opened = Path(self.submission_path)
        self.files = opened.parent.parent / "source" / "files"
        taken = opened.parent.parent / TAKEN
        to_be_printed = config.pdf or config.token  # by otter, for those who mark by hand; it does not run what it prints
        left = opened.read_bytes() if to_be_printed else EMPTY.encode() if opened.suffix == ".ipynb" else b""
        take_away(opened.parent, taken, {"tests", *(one.name for one in self.files.glob("*"))})
        opened.write_bytes(left)
        self.handed_in = Path(os.environ.get(GIVEN) or one_of(taken))
        config.grade_from_log = False

    def before_execution(self, submission: Any) -> Any:
        """An empty notebook in place of what was handed in."""
        return new_notebook()

    def after_grading(self, results: Any) -> None:
        """Grade what was handed in, and put what came of it in place of otter's results.

        Raises:
            AssignmentError: the instructor kit is not whole. There are no results then, rather than wrong ones.
        """
        plan = plan_at(self.files / self.plugin_config["kit"])
        with Zygotes.strongest() as zygotes:
            report = report_one(plan, self.handed_in, self.handed_in.name, zygotes)
            isolation = zygotes.isolation.sentence()
        self.told = for_staff(report, isolation)
        parts = list(parts_of(report, plan.exercises))
        results.__class__ = Results  # otter goes on with the object that it has
        results.__init__([as_test_file(one) for one in parts], results.notebook)
        results.entries = [entry for one in parts for entry in entries(one, plan.assignment.shown)]

    def generate_report(self) -> str:
        """What otter prints at the end, which Gradescope shows to staff."""
        return self.told


def take_away(folder: Path, to: Path, brought: set[str]) -> None:
    """Empty a folder; what otter had brought there is deleted, the rest moved."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(mode=0o700)
    for one in list(folder.iterdir()):
        otters = one.name in brought or (one.name == "__init__.py" and one.is_file() and not one.stat().st_size)
        if not otters:
            shutil.move(one, to / one.name)
        elif one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        else:
            one.unlink()


def one_of(folder: Path) -> Path:
    """The only thing in a folder, or the folder."""
    held = list(folder.iterdir())
    return held[0] if len(held) == 1 else folder


class Results(GradingResults):  # type: ignore[misc]
    """Otter's results, with what students of Gradescope see said by the assignment."""

    entries: Sequence[dict[str, Any]] = ()

    def to_gradescope_dict(self, ag_config: Any) -> dict[str, Any]:
        """What becomes results.json: a total only where otter's configuration rescales it."""
        made: dict[str, Any] = super().to_gradescope_dict(ag_config)
        return {**made, "tests": list(self.entries), "stdout_visibility": "hidden"}

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as otter's own class: where it is read, there may be no convgrade."""
        plain = GradingResults(())
        vars(plain).update({key: value for key, value in vars(self).items() if key != "entries"})
        made = plain.__reduce_ex__(1)  # a later protocol insists on the class of this very object
        return tuple(made)


def as_test_file(part: Part) -> TestFile:
    """A part of the report as otter counts it: one test with the points of the assignment."""
    case = TestCase(part.name, None, True, part.max_score, None, None)
    made = ExceptionTestFile(part.name, f"{part.name}.py", [case], all_or_nothing=False)
    made.test_case_results = [TestCaseResult(case, part.public.sentence, part.verdict == "passed")]
    made.update_score(part.score)
    return made


def for_staff(report: Report, isolation: str) -> str:
    """Verdicts, points, and what has to be looked at."""
    all_of_it = [(one.get("exercise") or one["question"], one) for one in [*report["exercises"], *report["questions"]]]
    lines = [f"{name}: {one['verdict']}, {one['score']:g} of {one['max_score']:g}" for name, one in all_of_it]
    lines += [f"NOT GRADED, without points until you look at it: {name}. {one['message']}" for name, one in all_of_it if one["verdict"] == "ungraded"]
    return legible("\n".join([f"Isolation: {isolation}", report["message"], *lines]))
