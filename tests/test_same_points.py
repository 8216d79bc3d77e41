"""Whichever way a submission goes, it gets the same points: `grade`, Gradescope, otter-grader, nbgrader.

A few of the sample class are graded; with CONVGRADE_ALL=1 in the environment, all of them.
"""

import json
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import v4
from rich.console import Console
from rich.table import Table

from convgrade.classroom import submissions_in
from convgrade.frameworks import Zygotes
from convgrade.plan import report_one
from convgrade.store import safe_names
from convgrade.systems import autograder

pytestmark = [pytest.mark.otter, pytest.mark.nbgrader, pytest.mark.slow]
CLASS = Path(__file__).parent / "sample_class" / "submissions"
FEW = ("ada_moreau.ipynb", "chen_wei.zip", "jonas_weber.py")
Points = dict[str, float | None]


@pytest.fixture(scope="module")
def chosen() -> dict[str, Path]:
    everybody = submissions_in([CLASS], CLASS)
    return everybody if os.environ.get("CONVGRADE_ALL") else {name: everybody[name] for name in FEW}


def by_grade(course: Any, zygotes: Zygotes, path: Path) -> Points:
    report = report_one(course.plan, path, path.name, zygotes)
    return {entry.get("exercise") or entry["question"]: entry["score"] for entry in [*report["exercises"], *report["questions"]]}


def in_results(course: Any, file: Path) -> Points:
    """The points in a results.json; None for an exercise that has none."""
    tests = [test for test in json.loads(file.read_text("utf-8"))["tests"] if "score" in test]
    names = [*course.plan.exercises, *course.plan.questions]
    return {name: next((test["score"] for test in tests if test["name"].partition(":")[0] == name), None) for name in names}


def on_gradescope(course: Any, path: Path, root: Path) -> Points:
    """By the program that runs in Gradescope's container, on a folder laid out as there."""
    (root / "results").mkdir(parents=True)
    (root / "source").mkdir()
    (root / "source" / "instructor").symlink_to(course.folder / "instructor")
    handed_in = root / "submission"
    if path.is_dir():
        shutil.copytree(path, handed_in)
    else:
        handed_in.mkdir()
        shutil.copy(path, handed_in)
    assert autograder.main([str(root)]) == 0
    return in_results(course, root / "results" / "results.json")


def by_otter(course: Any, chosen: dict[str, Path], out: Path) -> dict[str, Points]:
    course.once("assigned", lambda: course.run("otter", "assign", "ps1.ipynb", "dist", at=course.folder / "otter"))
    (made,) = (course.folder / "otter" / "dist" / "autograder").glob("*.zip")
    course.run("convgrade.systems.otter_door", "run", made, *files(chosen, out), "--out", out, at=out)
    names = safe_names(chosen)
    return {name: in_results(course, out / f"{names[name]}.json") for name in chosen}


def files(chosen: dict[str, Path], out: Path) -> list[Path]:
    """The submissions in a folder of their own: a folder given directly would be a class."""
    place = out / "class"
    place.mkdir(parents=True)
    for name, path in chosen.items():
        (place / name).symlink_to(path) if path.is_file() else shutil.copytree(path, place / name)
    return [place]


def by_nbgrader(course: Any, chosen: dict[str, Path], out: Path) -> dict[str, Points]:
    """Scripts as a notebook of one cell; what is no notebook is not for nbgrader."""
    place = out / "nbgrader"
    shutil.copytree(
        course.folder / "nbgrader", place, ignore=shutil.ignore_patterns("*.done", "*.lock", "gradebook.db", "submitted", "autograded", "release")
    )
    shutil.copytree(course.folder / "instructor", out / "instructor")
    for name, path in chosen.items():
        notebook = place / "submitted" / safe_names(chosen)[name].replace(".", "-") / "ps1" / "ps1.ipynb"
        if path.suffix in (".ipynb", ".py") and path.is_file():
            text = path.read_text("utf-8-sig", "replace")
            made = nbformat.writes(v4.new_notebook(cells=[v4.new_code_cell(text)])) if path.suffix == ".py" else text
            if made.lstrip().startswith("{"):
                notebook.parent.mkdir(parents=True)
                notebook.write_text(made, "utf-8")
    course.run("nbgrader", "generate_assignment", "ps1", at=place)
    course.run("nbgrader", "autograde", "ps1", at=place)
    with sqlite3.connect(place / "gradebook.db") as book:
        rows = book.execute(SCORES).fetchall()
    told = {(student, name): score for student, name, score in rows}
    names = [*course.plan.exercises, *course.plan.questions]
    students = {name: safe_names(chosen)[name].replace(".", "-") for name in chosen}
    return {name: {one: told[student, one] for one in names} for name, student in students.items() if (student, names[0]) in told}


SCORES = """
select submitted_assignment.student_id, base_cell.name, coalesce(grade.manual_score, grade.auto_score)
from grade join base_cell on base_cell.id = grade.cell_id
join submitted_notebook on submitted_notebook.id = grade.notebook_id
join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
"""


def test_a_submission_gets_the_same_points_on_every_way(
    course: Any, chosen: dict[str, Path], zygotes: Zygotes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grade = {name: by_grade(course, zygotes, path) for name, path in chosen.items()}
    gradescope = {name: on_gradescope(course, path, tmp_path / "gradescope" / str(i)) for i, (name, path) in enumerate(chosen.items())}
    (tmp_path / "otter").mkdir()
    otter, nbgrader = by_otter(course, chosen, tmp_path / "otter"), by_nbgrader(course, chosen, tmp_path / "nb")
    with capsys.disabled():
        Console(width=110).print(table_of({"grade": grade, "Gradescope": gradescope, "otter": otter, "nbgrader": nbgrader}))
    assert gradescope == grade
    assert otter == grade
    assert nbgrader
    assert nbgrader == {name: grade[name] for name in nbgrader}


def table_of(ways: dict[str, dict[str, Points]]) -> Table:
    """Submissions and their points, exercise by exercise, on each way."""
    table = Table("submission", *ways)
    for name in ways["grade"]:
        cells = [
            "" if name not in told else " ".join("-" if score is None else f"{score:g}" for score in told[name].values()) for told in ways.values()
        ]
        table.add_row(name, *cells)
    return table
