"""nbgrader, for real: an assignment released for it, given to students, and what they hand in, hostile or not, graded by it."""

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import v4

from convgrade.frameworks import Zygotes
from convgrade.plan import report_one

pytestmark = [pytest.mark.nbgrader, pytest.mark.slow]

OUT_SIZE = """def out_size(n, k, p=0, s=1, d=1):
    if d * (k - 1) >= n + 2 * p:
        raise ValueError("the window does not fit")
    return (n + 2 * p - d * (k - 1) - 1) // s + 1"""
CORR2D = """import numpy as np

def corr2d(X, K):
    rows, columns = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    if rows < 1 or columns < 1:
        raise ValueError("the kernel does not fit")
    return np.array([[(X[i:i + K.shape[0], j:j + K.shape[1]] * K).sum() for j in range(columns)] for i in range(rows)])"""
FLIPPED = CORR2D.replace("* K)", "* K[::-1, ::-1])")
RIGHT = {"corr2d": CORR2D, "out_size": OUT_SIZE, "q101": "q101 = 43"}
WRONG = {"corr2d": FLIPPED, "out_size": OUT_SIZE.replace("- 1) // s", "- 2) // s"), "q101": "q101 = 42"}
PARTLY = {"out_size": OUT_SIZE.replace('raise ValueError("the window does not fit")', "return 0")}
LEAVING = {"corr2d": "import os\nos._exit(0)", "out_size": OUT_SIZE}
ENDLESS = {"corr2d": "while True:\n    pass\n\n" + CORR2D, "q101": "q101 = 43"}


def marks_of(cell: Any) -> dict[str, Any]:
    return dict(cell.metadata.get("nbgrader", {}))


def without_points(made: Any) -> None:
    """All cells that give points deleted."""
    made.cells = [cell for cell in made.cells if not marks_of(cell).get("grade")]


def unmarked(made: Any) -> None:
    """No cell says any more that it gives points, or that it is locked."""
    for cell in made.cells:
        if marks_of(cell):
            cell.metadata["nbgrader"].update({"grade": False, "locked": False, "solution": True})


def rewritten(made: Any) -> None:
    """Cells that give points give more, give them themselves, wait for a person, are text, or made up; and a cell leaves a trace if it is run."""
    for cell in made.cells:
        name = marks_of(cell).get("grade_id")
        if name == "corr2d":
            cell.source, cell.metadata["nbgrader"]["points"] = "1000", 1000
        elif name == "out_size":
            cell.metadata["nbgrader"]["solution"] = True
        elif name == "q101":
            cell.cell_type = "markdown"
            del cell["outputs"], cell["execution_count"]
    mine = {"grade": True, "grade_id": "mine", "points": 50, "solution": False, "locked": True, "schema_version": 3, "task": False}
    made.cells.insert(0, v4.new_code_cell("open('owned', 'w').close()"))
    made.cells.append(v4.new_code_cell("50", metadata={"nbgrader": mine}))


def twice(made: Any) -> None:
    """Every cell twice, and marks that are none."""
    made.cells += copy.deepcopy(made.cells)
    for cell in made.cells:
        cell.pop("id", None)
    made.nbformat_minor = 4
    made.cells[0].metadata["nbgrader"] = 5
    made.cells[1].metadata["nbgrader"] = {"grade_id": ["corr2d"], "grade": True}


def as_it_is(made: Any) -> None: ...


SUBMISSIONS: dict[str, tuple[dict[str, str], Callable[[Any], None]]] = {
    "right": (RIGHT, as_it_is),
    "wrong": (WRONG, as_it_is),
    "partly": (PARTLY, as_it_is),
    "leaving": (LEAVING, as_it_is),
    "endless": (ENDLESS, as_it_is),
    "nothing": ({}, as_it_is),
    "deleted": (RIGHT, without_points),
    "unmarked": (RIGHT, unmarked),
    "rewritten": ({}, rewritten),
    "twice": ({"corr2d": CORR2D}, twice),
}


@pytest.fixture(scope="module")
def place(course: Any) -> Path:
    """The course folder, with what was released to students."""
    course.once("generated", lambda: course.run("nbgrader", "generate_assignment", "ps1", at=course.folder / "nbgrader"))
    return Path(course.folder / "nbgrader")


def hand_in(place: Path, student: str, answers: dict[str, str], change: Callable[[Any], None]) -> Path:
    """Hand in the notebook that students got, with answers, and changed besides."""
    made = nbformat.read(place / "release" / "ps1" / "ps1.ipynb", 4)
    for cell in made.cells:
        name = marks_of(cell).get("grade_id", "").removesuffix("-answer") if marks_of(cell).get("solution") else cell.source.partition(" = None")[0]
        cell.source = answers.get(name, cell.source)
    change(made)
    file = place / "submitted" / student / "ps1" / "ps1.ipynb"
    file.parent.mkdir(parents=True)
    file.write_text(nbformat.writes(made) if change is not twice else json.dumps(made), "utf-8")
    return file


BOOK = """import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db", "") as book:
    of = {s.student.id: {g.name: (g.auto_score, g.max_score) for n in s.notebooks for g in n.grades} for s in book.assignment_submissions("ps1")}
    waiting = [s.student.id for s in book.assignment_submissions("ps1") if s.needs_manual_grade]
print(json.dumps([of, waiting]))
"""


@pytest.fixture(scope="module")
def gradebook(course: Any, place: Path) -> tuple[dict[str, Any], list[str]]:
    """Of each student the points and what they are out of, and those who wait for a person, after one `nbgrader autograde`."""
    course.once("graded", lambda: grade_all(course, place))
    points, waiting = json.loads((course.folder / "gradebook.json").read_text("utf-8"))
    return {student: {name: tuple(one) for name, one in some.items()} for student, some in points.items()}, waiting


def grade_all(course: Any, place: Path) -> None:
    for student, (answers, change) in SUBMISSIONS.items():
        hand_in(place, student, answers, change)
    course.run("nbgrader", "autograde", "ps1", at=place)
    course.run("nbgrader", "generate_feedback", "ps1", at=place)
    (course.folder / "book.py").write_text(BOOK, "utf-8")
    (course.folder / "gradebook.json").write_text(course.run(course.folder / "book.py", at=place).stdout, "utf-8")


@pytest.mark.parametrize("student", list(SUBMISSIONS))
def test_nbgrader_gives_the_points_that_convgrade_gives(student: str, course: Any, place: Path, gradebook: Any, zygotes: Zygotes) -> None:
    report = report_one(course.plan, place / "submitted" / student / "ps1" / "ps1.ipynb", student, zygotes)
    of_report = {one.get("exercise") or one["question"]: (one["score"], one["max_score"]) for one in [*report["exercises"], *report["questions"]]}
    assert gradebook[0][student] == of_report


def test_points_are_those_of_the_assignment(gradebook: Any) -> None:
    points, _ = gradebook
    assert points["right"] == points["deleted"] == points["unmarked"] == {"corr2d": (2, 2), "out_size": (4, 4), "q101": (1.5, 1.5)}
    assert points["wrong"] == points["nothing"] == points["rewritten"] == {"corr2d": (0, 2), "out_size": (0, 4), "q101": (0, 1.5)}
    assert points["partly"]["out_size"] == (3, 4)


def test_no_submission_waits_for_a_person(gradebook: Any) -> None:
    assert gradebook[1] == []


def test_nothing_that_was_handed_in_runs_outside_a_worker(course: Any, gradebook: Any) -> None:
    assert "rewritten" in gradebook[0]
    assert list(course.folder.rglob("owned")) == []


def test_feedback_shows_the_picture_and_no_secret_case(course: Any, place: Path, gradebook: Any) -> None:
    assert "wrong" in gradebook[0]
    page = (place / "feedback" / "wrong" / "ps1" / "ps1.html").read_text("utf-8")
    assert "You flip the kernel" in page
    assert "Secret cases: " in page
    assert "1·1 + 2·2 = 5" in page


def test_students_get_no_solution_and_no_case(place: Path) -> None:
    files = [one.relative_to(place / "release").as_posix() for one in (place / "release").rglob("*") if one.is_file()]
    assert files == ["ps1/ps1.ipynb"]
    made = nbformat.read(place / "release" / "ps1" / "ps1.ipynb", 4)
    answers = [cell.source for cell in made.cells if marks_of(cell).get("solution")]
    assert [text.endswith("raise NotImplementedError()") and "SOLUTION" not in text for text in answers] == [True, True]
    assert "def corr2d(X: np.ndarray, K: np.ndarray) -> np.ndarray:" in answers[0]


def test_the_source_is_a_valid_notebook_with_points(course: Any) -> None:
    made = nbformat.read(course.folder / "nbgrader" / "source" / "ps1" / "ps1.ipynb", 4)
    nbformat.validate(made)
    points = {marks_of(cell)["grade_id"]: marks_of(cell)["points"] for cell in made.cells if marks_of(cell).get("grade")}
    assert points == {"corr2d": 2, "out_size": 4, "q101": 1.5}


def test_the_source_runs_with_the_references_in_it_but_for_the_questions(course: Any, tmp_path: Path) -> None:
    """Its answers are no part of it: what a question asks is read off the notebook, and never replaced by a stub."""
    place = course.folder / "nbgrader" / "source" / "ps1" / "ps1.ipynb"
    course.run("nbconvert", "--to", "notebook", "--execute", "--allow-errors", "--output", tmp_path / "ran.ipynb", place, at=tmp_path)
    cells = [cell for cell in nbformat.read(tmp_path / "ran.ipynb", 4).cells if cell.cell_type == "code"]
    errors = {marks_of(cell).get("grade_id"): out.evalue for cell in cells for out in cell.outputs if out.output_type == "error"}
    assert errors == {"q101": "q101 is not right yet. What was found stands above."}


def test_points_that_were_changed_in_the_notebook_alone_are_refused_and_other_assignments_run_as_ever(course: Any, tmp_path: Path) -> None:
    """A course folder of its own, in which corr2d gives 3 points, and with an assignment that has no kit."""
    place = tmp_path / "nbgrader"
    made = nbformat.read(course.folder / "nbgrader" / "source" / "ps1" / "ps1.ipynb", 4)
    for cell in made.cells:
        if marks_of(cell).get("grade_id") == "corr2d":
            cell.metadata["nbgrader"]["points"] = 3
    other = v4.new_notebook(cells=[graded("1 + 1", "sum")], metadata=made.metadata)
    for name, notebook in ("ps1", made), ("other", other):
        (place / "source" / name).mkdir(parents=True)
        nbformat.write(notebook, place / "source" / name / f"{name}.ipynb")
    config = (course.folder / "nbgrader" / "nbgrader_config.py").read_text("utf-8")
    (place / "nbgrader_config.py").write_text(config.replace('str(here / "../instructor")', repr(str(course.folder / "instructor"))), "utf-8")
    course.run("nbgrader", "generate_assignment", "--assignment=*", at=place)
    hand_in(place, "ada", RIGHT, as_it_is)
    shutil.copytree(place / "release" / "other", place / "submitted" / "ada" / "other")
    course.run("nbgrader", "autograde", "other", at=place)
    (ran,) = nbformat.read(place / "autograded" / "ada" / "other" / "other.ipynb", 4).cells
    assert ran.outputs[0].data["text/plain"] == "2"
    with pytest.raises(AssertionError, match="corr2d gives 3 points in the notebook and 2 in the kit"):
        course.run("nbgrader", "autograde", "ps1", at=place)


def graded(source: str, name: str) -> Any:
    marks = {"schema_version": 3, "grade_id": name, "grade": True, "locked": True, "solution": False, "task": False, "points": 2}
    return v4.new_code_cell(source, metadata={"nbgrader": marks})
