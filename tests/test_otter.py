"""otter-grader, for real: an assignment released for it, given to students, and what they hand in, hostile or not, graded by it."""

import json
import pickle
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import v4

from convgrade import check
from convgrade.assignment import Shown
from convgrade.feedback import Feedback
from convgrade.frameworks import Zygotes
from convgrade.plan import report_one
from convgrade.release.cells import replace as put_in_place
from convgrade.release.otter import master
from convgrade.systems.otter_results import entries
from convgrade.systems.parts import Part, parts_of

Report = dict[str, Any]
pytestmark = [pytest.mark.otter, pytest.mark.slow]

CORR2D = """import numpy as np

def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("the kernel does not fit")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y"""
FLIPPED = CORR2D.replace("* K)", "* K[::-1, ::-1])")
OUT_SIZE = """def out_size(n, k, p=0, s=1, d=1):
    if d * (k - 1) >= n + 2 * p:
        raise ValueError("the window does not fit")
    return (n + 2 * p - d * (k - 1) - 1) // s + 1"""
TAKES_ALL = OUT_SIZE.replace('raise ValueError("the window does not fit")', "return 0")
ENDLESS = CORR2D.replace("    h, w", "    while True:\n        X = X + 1\n    h, w", 1)
LEAVES = OUT_SIZE.replace("    if", "    os._exit(0)\n    if")
OWNED = "open({place!r}, 'a').write('owned by ' + __name__)\n"


def notebook(*cells: str, **metadata: Any) -> str:
    return nbformat.writes(v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells], metadata=metadata))


class Pickled:
    """What runs a text where it is unpickled."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __reduce__(self) -> tuple[Any, ...]:
        return exec, (self.text,)


def tampering(place: Path, owned: str) -> None:
    """A zip that otter unpacks: a log to unpickle, modules in the way of those that otter imports, a kit, tests and settings of its own."""
    modules = ("otter", "ipykernel_launcher", "ipykernel", "sitecustomize", "usercustomize", "convgrade", "nbformat", "logging", "pickle")
    with zipfile.ZipFile(place, "w") as file:
        file.writestr("homework.ipynb", notebook(owned, CORR2D, "q101 = 43"))
        file.writestr(".OTTER_LOG", pickle.dumps(Pickled(owned)))
        file.writestr("convgrade-kit/assignment.toml", 'title = "mine"\n[exercises]\ncorr2d = 100\n')
        for name in (*(f"{module}.py" for module in modules), "tests/corr2d.py", "__init__.py", "ipython_config.py", "jupyter_config.py"):
            file.writestr(name, owned)


@pytest.fixture(scope="module")
def assigned(course: Any) -> Path:
    """The folder of `otter assign`, which has tried the references with the autograder that it made."""
    course.once("assigned", lambda: course.run("otter", "assign", "ps1.ipynb", "dist", at=course.folder / "otter"))
    return Path(course.folder / "otter" / "dist")


@pytest.fixture(scope="module")
def autograder(assigned: Path) -> Path:
    (made,) = (assigned / "autograder").glob("*.zip")
    return made


@pytest.fixture(scope="module")
def handed_in(course: Any) -> Path:
    """Submissions of all kinds; those that reach otter's own process leave a file `owned` in the folder above."""
    course.once("handed-in", lambda: hand_in(course, course.folder / "handed-in"))
    return Path(course.folder / "handed-in")


def hand_in(course: Any, folder: Path) -> None:
    folder.mkdir()
    owned = OWNED.format(place=str(course.folder / "owned"))
    lookup = (
        f"def out_size(n, k, p=0, s=1, d=1):\n    if (n, k, p, s, d) in {secret_cases(course)}:\n        return -1\n    return size(n, k, p, s, d)\n"
    )
    notebooks = {
        "right": (CORR2D, OUT_SIZE, "q101 = 43"),
        "wrong": (FLIPPED, OUT_SIZE.replace("- 1) // s", "- 2) // s"), "q101 = 42"),
        "partly": (FLIPPED, TAKES_ALL),
        "secretly": (OUT_SIZE.replace("out_size", "size"), lookup),
        "endless": (ENDLESS, OUT_SIZE, "while True: pass"),
        "leaving": ("import os, sys", owned, "sys.exit()", "os._exit(0)", LEAVES),
    }
    for name, cells in notebooks.items():
        (folder / f"{name}.ipynb").write_text(notebook(*cells), "utf-8")
    tampering(folder / "tampering.zip", owned)


def secret_cases(course: Any) -> list[tuple[Any, ...]]:
    """What the secret cases call with and public ones never do, laws included, completed by the defaults."""
    called: set[tuple[Any, ...]] = set()
    size: dict[str, Any] = {}
    exec(OUT_SIZE, size)

    def recording(n: int, k: int, p: int = 0, s: int = 1, d: int = 1) -> int:
        called.add((n, k, p, s, d))
        return int(size["out_size"](n, k, p, s, d))

    assert check("out_size", recording)
    calls = [case.arguments for case in course.plan.banks["out_size"][1].cases]
    return sorted({(*call, *(0, 1, 1)[len(call) - 2 :]) for call in calls} - called)


MANY = """import sys
from pathlib import Path
from otter.run import main
autograder, out, *submissions = sys.argv[1:]
for one in submissions:
    (Path(out) / Path(one).stem).mkdir()
    made = main(one, autograder=autograder, output_dir=str(Path(out) / Path(one).stem), no_logo=True)
    print(Path(one).stem, type(made).__module__, made.total, made.possible)
"""


@pytest.fixture(scope="module")
def results(course: Any, autograder: Path, handed_in: Path) -> Callable[[str], dict[str, Any]]:
    """Otter's results.json on a submission: those of `otter run`, all in one process."""
    out = course.folder / "results"
    course.once("results", lambda: grade_all(course, autograder, out, sorted(handed_in.iterdir())))
    return lambda name: dict(json.loads((out / name / "results.json").read_text("utf-8")))


def grade_all(course: Any, autograder: Path, out: Path, submissions: list[Path]) -> None:
    out.mkdir()
    (course.folder / "many.py").write_text(MANY, "utf-8")
    said = course.run(course.folder / "many.py", autograder, out, *submissions, at=course.folder).stdout
    (course.folder / "said").write_text(said, "utf-8")


def points(results: dict[str, Any]) -> dict[str, tuple[float, float]]:
    return {one["name"]: (one["score"], one["max_score"]) for one in results["tests"] if "score" in one}


def texts(results: dict[str, Any], visibility: str) -> dict[str, str]:
    return {one["name"]: one["output"] for one in results["tests"] if one["visibility"] == visibility}


@pytest.mark.parametrize("name", ["right", "wrong", "partly", "secretly", "endless", "leaving", "tampering"])
def test_otter_gives_the_points_that_convgrade_gives(name: str, course: Any, handed_in: Path, results: Any, zygotes: Zygotes) -> None:
    (submission,) = handed_in.glob(f"{name}.*")
    report = report_one(course.plan, submission, name, zygotes)
    of_report = {one.get("exercise") or one["question"]: (one["score"], one["max_score"]) for one in [*report["exercises"], *report["questions"]]}
    assert points(results(name)) == of_report


def test_points_are_those_of_the_assignment(results: Any) -> None:
    assert points(results("right")) == {"corr2d": (2, 2), "out_size": (4, 4), "q101": (1.5, 1.5)}
    assert points(results("wrong")) == {"corr2d": (0, 2), "out_size": (0, 4), "q101": (0, 1.5)}
    assert points(results("partly"))["out_size"] == (3, 4)


def test_nothing_that_was_handed_in_runs_outside_a_worker(course: Any, results: Any) -> None:
    assert results("tampering")
    assert not (course.folder / "owned").exists()


def test_public_cases_are_shown_at_once_with_their_picture(results: Any) -> None:
    told = texts(results("wrong"), "visible")
    assert set(told) == {"corr2d: public cases", "out_size: public cases", "q101: your answer"}
    assert "You flip the kernel" in told["corr2d: public cases"]
    assert "should be" in told["corr2d: public cases"]


def test_that_secret_cases_fail_is_not_shown_at_once(results: Any) -> None:
    made = results("secretly")
    assert "holds on everything" in texts(made, "visible")["out_size: public cases"]
    assert [one["status"] for one in made["tests"] if one["name"].startswith("out_size: ")] == ["passed", "failed"]
    assert set(texts(made, "after_published")) >= {"out_size: secret cases", "out_size"}


def test_no_secret_case_is_quoted(results: Any) -> None:
    told = texts(results("secretly"), "after_published")["out_size: secret cases"]
    assert "should be" not in told
    assert not re.search(r"\d", told)


def test_what_otter_prints_for_staff_is_hidden_from_students(results: Any) -> None:
    assert results("right")["stdout_visibility"] == "hidden"


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (Shown("visible", "visible", "hidden"), {"a": "visible", "a: secret cases": "hidden", "a: public cases": "visible"}),
        (Shown("hidden", "after_due_date", "hidden"), {"a": "after_due_date", "a: secret cases": "hidden", "a: public cases": "hidden"}),
    ],
)
def test_each_entry_is_seen_from_the_time_of_the_assignment_on(shown: Shown, names: dict[str, str]) -> None:
    part = Part("a", "passed", 1.0, 1.0, "public cases", Feedback("a", "passed", "passed", "So it is."), "And secretly, too.")
    assert {one["name"]: one["visibility"] for one in entries(part, shown)} == names


def test_a_function_to_be_mended_first_is_named_only_where_the_same_cases_say_so(report_of: Callable[..., Report]) -> None:
    held, not_held = ([{"visibility": "public", "passed": passed}, {"visibility": "secret", "passed": False}] for passed in (True, False))
    mend = {"verdict": "not_yet", "blocked_by": ["f"], "message": "Fix `f` first, which it uses. Yours is 4."}
    told = {"f": {"verdict": "not_yet", "properties": held}, "g": {**mend, "properties": not_held}, "h": {**mend, "properties": held}}
    _, g, h = parts_of(report_of("ada", told, banks=[{"visibility": "secret", "hash": "b" * 64}]), {})
    assert "Fix" not in g.public.sentence + h.public.sentence
    assert h.secret.startswith("Fix `f` first")


def test_what_could_not_be_graded_gets_no_points_and_says_so() -> None:
    part = Part("a", "ungraded", 0.0, 1.0, "public cases", Feedback("a", "ungraded", "could not be checked", "It needs torch."))
    (made,) = entries(part, Shown())
    assert "score" not in made
    assert made["visibility"] == "visible"
    assert "It needs torch." in made["output"]


def test_the_command_of_otter_writes_the_same_results(course: Any, autograder: Path, handed_in: Path, results: Any, tmp_path: Path) -> None:
    said = course.run("otter", "run", "--no-logo", "-a", autograder, "-o", tmp_path, handed_in / "secretly.ipynb", at=tmp_path).stdout
    assert json.loads((tmp_path / "results.json").read_text("utf-8")) == results("secretly")
    assert "out_size: not_yet, 0 of 4" in said


def test_otters_pickled_results_are_of_its_own_class(course: Any, results: Any) -> None:
    assert results("right")
    assert "right otter.test_files 7.5 7.5" in (course.folder / "said").read_text("utf-8")


def test_what_otter_cannot_open_is_graded_through_the_door(course: Any, autograder: Path, tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    with zipfile.ZipFile(tmp_path / "class" / "two.zip", "w") as file:
        file.writestr("a.ipynb", notebook(CORR2D))
        file.writestr("b.ipynb", notebook("q101 = 43", OUT_SIZE))
    course.run("convgrade.systems.otter_door", "run", autograder, tmp_path / "class", "--out", tmp_path / "out", at=tmp_path)
    made = json.loads((tmp_path / "out" / "two.zip.json").read_text("utf-8"))
    assert points(made) == {"corr2d": (2, 2), "out_size": (4, 4), "q101": (1.5, 1.5)}


def test_a_sealed_autograder_grades_what_otter_cannot_open(course: Any, autograder: Path, tmp_path: Path) -> None:
    """As on Gradescope: the zip unpacked into source/, the submission into submission/, and run_otter.py run."""
    sealed = Path(shutil.copy(autograder, tmp_path / "sealed.zip"))
    course.run("convgrade.systems.otter_door", "seal", sealed, at=tmp_path)
    place = tmp_path / "autograder"
    for name in ("source", "submission", "results"):
        (place / name).mkdir(parents=True)
    with zipfile.ZipFile(sealed) as file:
        file.extractall(place / "source")
    script = place / "source" / "run_otter.py"
    script.write_text(script.read_text("utf-8").replace("'/autograder'", repr(str(place))), "utf-8")
    config = place / "source" / "otter_config.json"
    config.write_text(json.dumps({**json.loads(config.read_text("utf-8")), "autograder_dir": str(place)}), "utf-8")
    (place / "submission_metadata.json").write_text("{}", "utf-8")
    (place / "submission" / "broken.ipynb").write_text("{", "utf-8")
    (place / "submission" / "script.py").write_text(CORR2D, "utf-8")
    (place / "submission" / "tests").write_text("a file where otter has a folder", "utf-8")
    course.run(script, at=tmp_path)
    assert points(json.loads((place / "results" / "results.json").read_text("utf-8"))) == {"corr2d": (2, 2), "out_size": (0, 4), "q101": (0, 1.5)}


def test_what_is_no_autograder_cannot_be_sealed(course: Any, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("no zip", "utf-8")
    with pytest.raises(AssertionError, match="is made by otter assign"):
        course.run("convgrade.systems.otter_door", "seal", tmp_path / "a.zip", at=tmp_path)


def test_students_get_nothing_of_the_kit_and_no_solution(assigned: Path) -> None:
    student = assigned / "student"
    files = {one.relative_to(student).as_posix() for one in student.rglob("*") if one.is_file()}
    assert files == {"ps1.ipynb", "tests/corr2d.py", "tests/out_size.py", "tests/q101.py"}
    made = nbformat.read(student / "ps1.ipynb", 4)
    answers = [cell.source for cell in made.cells if "otter_answer_cell" in cell.metadata.get("tags", [])]
    assert [re.search(r"(raise NotImplementedError\(.*\)|= None)$", text) is not None for text in answers] == [True] * 3
    assert not any("SOLUTION" in text or "second" in text for text in answers)


def test_the_autograder_holds_the_kit_and_installs_the_wheel_that_it_holds(autograder: Path) -> None:
    names = zipfile.ZipFile(autograder).namelist()
    assert {"files/convgrade-kit/record.json", "files/convgrade-kit/secret/corr2d.npz"} <= set(names)
    (wheel,) = [name for name in names if name.endswith(".whl")]
    assert f"- /autograder/source/{wheel}\n" in zipfile.ZipFile(autograder).read("environment.yml").decode() + "\n"


def test_where_no_references_are_installed_the_master_holds_stubs_and_its_tests_are_not_run(course: Any) -> None:
    exercises = {name: replace(one, answers=None) for name, one in course.plan.exercises.items()}
    made = nbformat.reads(master(course.plan.assignment, exercises, course.plan.questions, {}, ""), 4)
    assert "run_tests: false" in made.cells[0].source
    assert not any("return" in cell.source for cell in made.cells if cell.cell_type == "code")


def test_a_changed_notebook_is_kept_when_it_is_released_again(tmp_path: Path) -> None:
    for text, kept in ("one", []), ("one", []), ("two", ["a.earlier.ipynb"]), ("three", ["a.earlier1.ipynb"]):
        assert [one.name for one in put_in_place(tmp_path / "a.ipynb", text)] == kept
    assert (tmp_path / "a.earlier.ipynb").read_text("utf-8") == "one"


def test_the_master_notebook_is_valid_and_the_same_each_time(course: Any) -> None:
    text = (course.folder / "otter" / "ps1.ipynb").read_text("utf-8")
    nbformat.validate(nbformat.reads(text, 4))
    assert text.count("# BEGIN QUESTION") == text.count("# END QUESTION") == 3


def ran(course: Any, folder: Path, made: Any) -> list[Any]:
    """The outputs of the cells of a notebook, run in a kernel of its own in a folder: its errors are among them."""
    nbformat.write(made, folder / "ps1.ipynb")
    course.run("nbconvert", "--to", "notebook", "--execute", "--allow-errors", "--output", "ran.ipynb", "ps1.ipynb", at=folder)
    return [cell for cell in nbformat.read(folder / "ran.ipynb", 4).cells if cell.cell_type == "code"]


def test_the_notebook_with_the_references_runs_from_top_to_bottom(course: Any, assigned: Path, tmp_path: Path) -> None:
    shutil.copytree(assigned / "autograder" / "tests", tmp_path / "tests")
    cells = ran(course, tmp_path, nbformat.read(assigned / "autograder" / "ps1.ipynb", 4))
    assert [out.evalue for cell in cells for out in cell.outputs if out.output_type == "error"] == []
    checks = [str(cell.outputs) for cell in cells if cell.source.startswith("grader.check(")]
    assert ["passed" in text and "not yet" not in text for text in checks] == [True] * 3


def test_a_check_in_the_notebook_shows_the_picture_and_no_line_of_ours(course: Any, assigned: Path, tmp_path: Path) -> None:
    shutil.copytree(assigned / "student" / "tests", tmp_path / "tests")
    made = nbformat.read(assigned / "student" / "ps1.ipynb", 4)
    for cell in made.cells:
        cell.source = FLIPPED if "def corr2d(" in cell.source else cell.source
    cells = {cell.source: cell.outputs for cell in ran(course, tmp_path, made)}
    picture, verdict = cells['grader.check("corr2d")']
    assert "<table" in picture["data"]["text/html"]
    assert "flip" in picture["data"]["text/html"]
    assert "corr2d is not right yet" in verdict["data"]["text/plain"]
    assert "Traceback" not in str(verdict)
