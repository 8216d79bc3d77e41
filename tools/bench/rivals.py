"""The graders that convgrade is compared with, otter-grader and nbgrader, on six of its exercises with the same checks run live.

    pip install otter-grader[grading] nbgrader
    python tools/bench/rivals.py [--submissions 20] [--runs 3]

Prints, for each, the median wall seconds a submission. Before that it shows that both refuse a flipped kernel and nothing else, and how
often an exercise calls the student's function: live, and when convgrade replays its bank.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import homework
import live
import nbformat
import notebooks
from notebooks import EXERCISES, NOTEBOOK

from convgrade.bank import load
from convgrade.exercise import checks_of, find, signature_of
from convgrade.function import Function, in_process
from convgrade.judge import replay

HERE = Path(__file__).parent
FULL = dict.fromkeys(EXERCISES, 1.0)
ASSIGNMENT, WRONG = "ps1", "wrong"
# nbgrader brings this package, which jsonschema imports if it is there: otter, which never needs it, would take seconds more beside nbgrader
# than in an environment of its own. A module of that name that refuses to be imported, in otter's folder, spares it them.
SLOW_TO_IMPORT = "rfc3987_syntax.py"


class Unusable(Exception):
    """A rival is not installed, fails, or grades wrongly; the message says so."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """The six exercises as an assignment of each rival; `otter` and `course` are their folders."""

    otter: Path
    course: Path
    students: tuple[str, ...]

    @property
    def notebook(self) -> Path:
        """The student's notebook that otter grades."""
        return self.otter / NOTEBOOK


def prepare(folder: Path, submissions: int) -> Rivals:
    """Write the six exercises into a fresh folder, as an otter assignment and as an nbgrader course with a number of right submissions.

    Raises:
        Unusable: a rival is not installed, or does not make its assignment.
    """
    try:
        _ = [version(package) for package in ("otter-grader", "nbgrader", "ipykernel")]
    except PackageNotFoundError as missing:
        raise Unusable(f"{missing.name} is not installed here: pip install otter-grader[grading] nbgrader, beside convgrade") from None
    rivals = Rivals(folder.resolve() / "otter", folder.resolve() / "course", tuple(f"student{number:03}" for number in range(submissions)))
    _prepare_otter(rivals)
    _prepare_nbgrader(rivals)
    return rivals


def _prepare_otter(rivals: Rivals) -> None:
    (rivals.otter / "tests").mkdir(parents=True)
    shutil.copy(HERE / "live.py", rivals.otter)
    (rivals.otter / SLOW_TO_IMPORT).write_text("raise ImportError\n", "utf-8")
    for name in EXERCISES:
        (rivals.otter / "tests" / f"{name}.py").write_text(notebooks.otter_test(name), "utf-8")
    nbformat.write(notebooks.for_otter(notebooks.right()), rivals.notebook)
    _run("otter", "generate", "-t", "tests", "-o", "autograder.zip", "live.py", SLOW_TO_IMPORT, at=rivals.otter)


def _prepare_nbgrader(rivals: Rivals) -> None:
    source = rivals.course / "source" / ASSIGNMENT
    source.mkdir(parents=True)
    (rivals.course / "nbgrader_config.py").write_text('get_config().CourseDirectory.course_id = "bench"\n', "utf-8")
    shutil.copy(HERE / "live.py", source)
    nbformat.write(notebooks.for_nbgrader(notebooks.right()), source / NOTEBOOK)
    _run("nbgrader", "generate_assignment", ASSIGNMENT, at=rivals.course)
    for student in rivals.students:
        _submit(rivals, student, notebooks.right())


def _submit(rivals: Rivals, student: str, answers: dict[str, str]) -> None:
    """Hand in what was released, with answers."""
    submitted = rivals.course / "submitted" / student / ASSIGNMENT
    shutil.copytree(rivals.course / "release" / ASSIGNMENT, submitted, dirs_exist_ok=True)
    nbformat.write(notebooks.answered(nbformat.read(submitted / NOTEBOOK, 4), answers), submitted / NOTEBOOK)


def otter_seconds(rivals: Rivals) -> float:
    """Wall seconds that otter takes for a submission, from command to results."""
    seconds, points = _otter(rivals, rivals.notebook)
    _require(points, FULL, "otter", "right solutions")
    return seconds


def nbgrader_seconds(rivals: Rivals) -> float:
    """Wall seconds that nbgrader takes for a submission, all of them graded by one command: its best case."""
    seconds, points = _nbgrader(rivals, "student*")
    _require(points, dict.fromkeys(rivals.students, FULL), "nbgrader", "right solutions")
    return seconds / len(rivals.students)


def convgrade_seconds(folder: Path, submissions: int) -> float:
    """Wall seconds that convgrade takes for a submission, one process at a time, all of them graded by one command.

    The submissions are the same solutions, each with a comment of its own, as copies would be graded once.
    """
    with tempfile.TemporaryDirectory(dir=folder) as name:
        handed_in, out = Path(name) / "class", Path(name) / "grades"
        handed_in.mkdir()
        for number in range(submissions):
            notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in (f"# {number}", *plain_answers())])
            nbformat.write(notebook, handed_in / f"student{number:03}.ipynb")
        names = [part for one in EXERCISES for part in ("--exercise", one)]
        seconds = _run("convgrade", "grade", str(handed_in), "--out", str(out), "--jobs", "1", *names, at=folder)
        grades = (out / "grades.csv").read_text("utf-8").splitlines()[1:]
        if {line.split(",")[1] for line in grades} != {"passed"}:
            raise Unusable(f"convgrade does not pass right solutions: {grades[0]}")
        return seconds / submissions


def plain_answers() -> list[str]:
    return [notebooks.IMPORTS, *notebooks.right().values()]


def proves_itself(rivals: Rivals) -> None:
    """Show that both rivals refuse a corr2d that flips its kernel, and nothing else beside it.

    Raises:
        Unusable: one does not.
    """
    answers, deserved = notebooks.with_a_flipped_kernel(), FULL | {"corr2d": 0.0}
    wrong = rivals.otter / WRONG / NOTEBOOK
    wrong.parent.mkdir(exist_ok=True)
    nbformat.write(notebooks.for_otter(answers), wrong)
    _require(_otter(rivals, wrong)[1], deserved, "otter", "a flipped kernel")
    _submit(rivals, WRONG, answers)
    _require(_nbgrader(rivals, WRONG)[1], {WRONG: deserved}, "nbgrader", "a flipped kernel")


def _otter(rivals: Rivals, notebook: Path) -> tuple[float, dict[str, float]]:
    """Seconds and points of one submission."""
    seconds = _run("otter", "run", "--no-logo", "-a", "autograder.zip", "-o", ".", str(notebook), at=rivals.otter)
    results = json.loads((rivals.otter / "results.json").read_text("utf-8"))
    return seconds, {test["name"]: test["score"] for test in results["tests"] if test["name"] in EXERCISES}


def _nbgrader(rivals: Rivals, students: str) -> tuple[float, dict[str, dict[str, float]]]:
    """Seconds for all students that the pattern fits, and the points of each."""
    from nbgrader.api import Gradebook

    seconds = _run("nbgrader", "autograde", ASSIGNMENT, f"--student={students}", "--force", at=rivals.course)
    with Gradebook(f"sqlite:///{rivals.course / 'gradebook.db'}", "bench") as book:
        graded = {s.student.id: s for s in book.assignment_submissions(ASSIGNMENT) if fnmatch(s.student.id, students)}
        return seconds, {student: {g.name: g.auto_score for n in s.notebooks for g in n.grades} for student, s in graded.items()}


def _require(points: dict[str, Any], deserved: dict[str, Any], grader: str, what: str) -> None:
    if points != deserved:
        raise Unusable(f"{grader} gives {what} {points}; it should be {deserved}")


def _run(module: str, *arguments: str, at: Path) -> float:
    """Wall seconds of a rival's command, run in a folder."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))  # nbgrader calls a command that is installed with it
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=at, env=os.environ | {"PATH": path}, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise Unusable(f"{module} {arguments[0]} failed:\n{(done.stderr or done.stdout)[-2000:]}")
    return seconds


def calls(name: str) -> tuple[int, int]:
    """How often one exercise calls the student's function: checked live, and by a replay of its bank."""
    exercise, solution = find()[name], getattr(homework, name)
    made = []
    live.check(name, lambda *arguments: (made.append(arguments), solution(*arguments))[1])
    f = Function(in_process(solution), signature_of(exercise).gives_array)
    replay(load(exercise.bank), checks_of(exercise), f)
    return len(made), f.calls


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=20, help="right submissions that nbgrader grades with one command")
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as folder:
            rivals = prepare(Path(folder), chosen.submissions)
            proves_itself(rivals)
            print("Both refuse a kernel that is flipped, and nothing else beside it.")
            for name in EXERCISES:
                print("{:<16} {:>4} calls live, {:>4} in the replay of its bank".format(name, *calls(name)))
            times = [(otter_seconds(rivals), nbgrader_seconds(rivals)) for _ in range(chosen.runs)]
    except Unusable as problem:
        sys.exit(str(problem))
    for grader, seconds in zip(("otter run", "nbgrader autograde"), zip(*times, strict=True), strict=True):
        print(f"{grader:<19} {statistics.median(seconds):6.2f} s a submission")


if __name__ == "__main__":
    main()
