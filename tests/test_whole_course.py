"""A whole course of thirty students: released, worked on, downloaded, collected, graded, given back, corrected and graded again."""

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from convgrade.cli import DONE, cli
from convgrade.exercise import find

pytestmark = pytest.mark.slow
ASSIGNMENT = """title = "Convolution by hand"
[exercises]
corr2d = 2
out_size = { agrees_with_the_reference = 2, refuses_a_window_that_does_not_fit = 1 }
[questions]
q101 = 1
[seeds]
secret = 20261122
[limits]
cpu_seconds = 1
"""
CORR2D = """
import numpy as np
def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("the kernel is larger than the image")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
"""
OUT_SIZE = """
def out_size(n, k, p=0, s=1, d=1):
    window = d * (k - 1) + 1
    if window > n + 2 * p:
        raise ValueError("the window does not fit")
    return (n + 2 * p - window) // s + 1
"""
FLIPPED = CORR2D.replace("* K)", "* K[::-1, ::-1])")
ACCEPTS = OUT_SIZE.replace('        raise ValueError("the window does not fit")', "        return 0").replace("window > n", "window > n + 10**9")
FLOORS = OUT_SIZE.replace("// s + 1", "// s")
ANSWER = "\nq101 = 43\n"
ENDLESS = CORR2D.replace("    h, w = K.shape", "    while True: pass\n    h, w = K.shape")
EXITS = "import os\nos._exit(0)\n"
CHEATS = """
import gc, sys
for one in gc.get_objects():
    if type(one).__name__ in ("Worker", "Trial", "Bank"):
        one.passed = True
def corr2d(X, K): return open("/etc/passwd").read()
def out_size(*call): sys.exit(0)
"""


@dataclass(frozen=True)
class Student:
    """One student: what they handed in, in order, whether late, and the points that they should get; None for no submission."""

    number: int
    name: str
    handed_in: tuple[tuple[str, bytes], ...]
    points: float | None
    late: bool = False

    @property
    def in_file_names(self) -> str:
        last, first = self.name.split(", ")
        return f"{last}{first}".lower().replace(" ", "")


def script(*parts: str) -> bytes:
    return "\n".join(parts).encode()


def zipped(**files: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"homework/{name}.py", text)
    return target.getvalue()


def filled(kit: Path, **sources: str) -> bytes:
    """The notebook of the student kit with its stubs replaced."""
    notebook = nbformat.read(next(kit.glob("*.ipynb")), as_version=4)
    for cell in notebook.cells:
        for name, source in sources.items():
            if cell.cell_type == "code" and (f"def {name}(" in cell.source or cell.source.startswith(f"{name} = None")):
                cell.source = source
    return str(nbformat.writes(notebook)).encode()


def students(kit: Path) -> Iterator[Student]:
    """Thirty students, right and wrong, late, hostile and unreadable."""
    all_right = filled(kit, corr2d=CORR2D, out_size=OUT_SIZE, q101="q101 = 43")
    work: list[tuple[tuple[tuple[str, bytes], ...], float | None, bool]] = [
        *[((("homework.ipynb", all_right),), 6, False)] * 4,
        *[((("homework.py", script(CORR2D, OUT_SIZE, ANSWER)),), 6, late) for late in (False, False, True)],
        ((("corr2d.py", script(CORR2D)), ("out_size.py", script(OUT_SIZE)), ("questions.py", script(ANSWER))), 6, False),
        ((("homework.zip", zipped(corr2d=CORR2D, out_size=OUT_SIZE)),), 5, False),
        *[((("homework.py", script(FLIPPED, OUT_SIZE)),), 3, False)] * 3,
        ((("homework.py", script(CORR2D, ACCEPTS)),), 4, False),
        ((("homework.py", script(CORR2D, FLOORS)),), 2, False),
        ((("homework.py", script(CORR2D, FLOORS.replace("window > n", "window > n + 10**9"))),), 2, False),
        ((("homework.ipynb", filled(kit, corr2d=CORR2D)),), 2, False),
        ((("homework.ipynb", filled(kit)),), 0, False),
        ((("homework.py", script("q101 = 42")),), 0, False),
        ((("homework-1.py", script(CORR2D, OUT_SIZE)), ("homework.py", script(FLIPPED))), 5, True),
        ((("homework-2.py", script(CORR2D, OUT_SIZE, ANSWER)), ("homework-1.py", b"nothing yet"), ("homework.py", script(FLIPPED))), 6, False),
        ((("homework.py", script(ENDLESS, OUT_SIZE)),), 3, False),
        ((("homework.py", script(EXITS, CORR2D, OUT_SIZE)),), 5, False),
        ((("homework.py", script(CHEATS)),), 0, False),
        ((("homework.ipynb", b"{ this is no notebook"),), 0, False),
        ((("homework.py", b"\xff\xfe\x00 not text"),), 0, False),
        ((("homework.docx", b"PK\x03\x04 in a word processor"),), 0, False),
        ((("homework.py", script("def corr2d(X, K:\n    pass")),), 0, False),
        ((("homework.py", script("import torch_that_is_not_there", CORR2D, OUT_SIZE)),), 5, False),
        ((), None, False),
        ((), None, False),
    ]
    for i, (handed_in, points, late) in enumerate(work):
        yield Student(1000 + i, f"Family{chr(97 + i % 26)}{i}, Given {chr(65 + i % 26)}", handed_in, points, late)


def download(folder: Path, some: list[Student]) -> Path:
    """What Canvas gives to download: a zip with the newest file of each name."""
    place = folder / "submissions.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for student in some:
            mark = "_LATE" if student.late else ""
            for n, (name, data) in enumerate(student.handed_in):
                archive.writestr(f"{student.in_file_names}{mark}_{student.number}_{70000 - n + 100 * student.number}_{name}", data)
    return place


def gradebook(folder: Path, some: list[Student]) -> Path:
    """What Canvas exports as gradebook."""
    place = folder / "gradebook.csv"
    with place.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Notes", "Convolution by hand (99)", "Essay (98)", "Final Score"])
        table.writerow(["    Points Possible", "", "", "", "", "", "6.00", "10.00", "(read only)"])
        for student in some:
            table.writerow([student.name, student.number, f"S{student.number}", f"u{student.number}", "01", "=1+1", "", "7.50", "75"])
    return place


def run(*words: str | Path, code: int = DONE) -> str:
    result = CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False)
    assert result.exception is None, (result.exception, result.output)
    assert result.return_value == code, result.output
    return result.output


@dataclass(frozen=True)
class Course:
    folder: Path
    own: Path
    students: list[Student]

    def release(self) -> None:
        run("--exercises", self.own, "release", self.folder / "assignment.toml", "--out", self.folder / "released", "--without-keras")

    def grade(self) -> str:
        kit = self.folder / "released" / "instructor"
        return run(
            "grade", self.folder / "collected" / "submissions", "--assignment", kit, "--out", self.folder / "collected" / "grades", "--jobs", 2
        )

    def give_back(self, name: str) -> dict[str, list[str]]:
        """The gradebook that Canvas takes, by the numbers of students."""
        grades, kit = self.folder / "collected" / "grades", self.folder / "released" / "instructor"
        run("give-back", grades, "--to", "canvas", "--gradebook", self.folder / "gradebook.csv", "--assignment", kit, "--out", self.folder / name)
        with (self.folder / name).open(encoding="utf-8-sig", newline="") as file:
            return {row[1]: row for row in csv.reader(file)}

    def reports(self) -> dict[str, dict[str, dict[str, object]]]:
        files = sorted((self.folder / "collected" / "grades" / "reports").glob("*.json"))
        held = [json.loads(file.read_text("utf-8")) for file in files]
        return {report["submission"]: {entry["exercise"]: entry for entry in report["exercises"]} for report in held}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course up to the first gradebook that goes back."""
    folder = tmp_path_factory.mktemp("course")
    exercise = find()["out_size"]
    assert exercise.answers
    own = folder / "own"
    shutil.copytree(exercise.folder, own / "exercises" / exercise.chapter / "out_size")
    (own / "reference" / exercise.chapter).mkdir(parents=True)
    shutil.copyfile(exercise.answers, own / "reference" / exercise.chapter / "out_size.py")
    (folder / "assignment.toml").write_text(ASSIGNMENT, "utf-8")
    made = Course(folder, own, [])
    made.release()
    made.students.extend(students(folder / "released" / "student"))
    run("collect", download(folder, made.students), "--roster", gradebook(folder, made.students), "--out", folder / "collected")
    made.grade()
    return made


def test_thirty_students_get_the_points_that_they_should_in_their_gradebook(course: Course) -> None:
    assert len(course.students) == 30
    rows = course.give_back("back.csv")
    got = {student.name: rows[str(student.number)][6] for student in course.students}
    assert got == {student.name: "" if student.points is None else f"{student.points:.2f}" for student in course.students}


def test_no_other_cell_of_the_gradebook_changes(course: Course) -> None:
    after = course.give_back("back2.csv")
    with (course.folder / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        before = {row[1]: row for row in csv.reader(file)}
    assert {key: row[:6] + row[7:] for key, row in after.items()} == {key: row[:6] + row[7:] for key, row in before.items()}


def test_everybody_who_handed_in_has_a_page_and_who_was_late_is_listed(course: Course) -> None:
    handed_in = [student for student in course.students if student.handed_in]
    assert len(list((course.folder / "collected" / "grades" / "feedback").glob("*.html"))) == len(handed_in)
    with (course.folder / "collected" / "collected.csv").open(encoding="utf-8", newline="") as file:
        lines = {line["canvas_id"]: line for line in csv.DictReader(file)}
    assert {number for number, line in lines.items() if line["late"]} == {str(student.number) for student in course.students if student.late}
    assert [lines[str(s.number)]["submission"] for s in course.students if not s.handed_in] == ["", ""]


def test_nothing_of_a_secret_case_is_on_a_page_for_students(course: Course) -> None:
    secret = [entry["counterexample"] for report in course.reports().values() for entry in report.values() if entry["counterexample"]]
    assert secret
    for page in (course.folder / "collected" / "grades" / "feedback").glob("*.html"):
        assert "secret" not in page.read_text("utf-8")


def test_graded_again_nothing_changes(course: Course) -> None:
    before = course.reports()
    assert "28 were graded before and have not changed." in course.grade()
    assert course.reports() == before


def test_after_a_correction_the_corrected_exercise_alone_is_judged_again(course: Course) -> None:
    """The instructor corrects the checks of one exercise and makes it all or nothing; the other one is not run again, as its seconds tell."""
    before = course.reports()
    checks = course.own / "exercises" / find()["out_size"].chapter / "out_size" / "checks.py"
    checks.write_text(checks.read_text("utf-8") + "\n# Corrected.\n", "utf-8")
    run("--exercises", course.own, "bank", "draw", "out_size", "--public", "--without-keras")
    (course.folder / "assignment.toml").write_text(
        ASSIGNMENT.replace("{ agrees_with_the_reference = 2, refuses_a_window_that_does_not_fit = 1 }", "3")
    )
    course.release()
    course.grade()
    after = course.reports()
    assert [name for name, report in after.items() if report["corr2d"] != before[name]["corr2d"]] == []
    read = {name for name, report in after.items() if report["corr2d"]["verdict"] not in ("refused", "ungraded")}
    assert all(after[name]["out_size"]["fingerprint"] != before[name]["out_size"]["fingerprint"] for name in read)
    rows = course.give_back("back3.csv")
    changed = {student.name: rows[str(student.number)][6] for student in course.students if student.points is not None}
    lenient = {s.name: f"{s.points:.2f}" for s in course.students if s.points is not None and s.points != 4}
    assert lenient.items() <= changed.items()
    assert [value for name, value in changed.items() if name not in lenient] == ["2.00"]
