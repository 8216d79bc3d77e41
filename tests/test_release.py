"""What `release` makes for instructors, and what it is graded with."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from convgrade.assignment import AssignmentError
from convgrade.bank import Bank, load, save
from convgrade.cli import cli
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.plan import plan_at, report_one
from convgrade.report import validated
from convgrade.visible import for_students

TEXT = """title = "Sizes"
[exercises]
out_size = 2
same_pads = { agrees_with_the_reference = 3, remembers_nothing = 1 }
[questions]
q101 = 1.5
[seeds]
secret = 77
"""
RIGHT = """
def out_size(n, k, p=0, s=1, d=1):
    if d * (k - 1) >= n + 2 * p: raise ValueError('window')
    return (n + 2 * p - d * (k - 1) - 1) // s + 1
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False)


def released(folder: Path, text: str = TEXT, *options: str | Path) -> Result:
    folder.mkdir(exist_ok=True)
    (folder / "assignment.toml").write_text(text, "utf-8")
    return run(*options, "release", folder / "assignment.toml", "--out", folder, "--without-keras")


def own_exercise(folder: Path) -> Path:
    """A folder of one's own with a copy of an exercise and its reference."""
    exercise = find()["out_size"]
    assert exercise.answers
    shutil.copytree(exercise.folder, folder / "exercises" / exercise.chapter / exercise.name)
    (folder / "reference" / exercise.chapter).mkdir(parents=True)
    shutil.copyfile(exercise.answers, folder / "reference" / exercise.chapter / exercise.answers.name)
    return folder


@pytest.fixture(scope="module")
def kit(shared: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    return shared("a-kit", a_kit) / "instructor"


def a_kit(folder: Path) -> None:
    result = released(folder)
    assert result.exception is None, result.output


@pytest.fixture
def copied(kit: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kit, tmp_path / "kit"))


def test_a_kit_holds_public_and_secret_cases_and_what_they_were_drawn_from(kit: Path) -> None:
    plan = plan_at(kit)
    assert [bank.visibility for some in plan.banks.values() for bank in some] == ["public", "secret"] * 2
    assert plan.banks["out_size"][0].identity == load(find()["out_size"].bank).identity
    assert plan.record["seeds"] == {"public": 1, "secret": 77}
    assert {"python", "numpy", "hypothesis", "convgrade"} <= plan.record["versions"].keys()


def test_a_kit_says_how_to_grade_the_same_again(kit: Path) -> None:
    (wheel,) = kit.glob("*.whl")
    assert f"pip install --constraint constraints.txt ./{wheel.name}" in (kit / "README.md").read_text("utf-8")
    assert plan_at(kit).record["wheel"] == {"name": wheel.name, "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest()}
    assert "numpy==" in (kit / "constraints.txt").read_text("utf-8")


def test_what_an_author_keeps_beside_an_exercise_is_in_no_kit(copied: Path, tmp_path: Path) -> None:
    own = own_exercise(tmp_path / "own")
    (own / "exercises" / find()["out_size"].chapter / "out_size" / "solution.py").write_text("SOLUTION = 1\n", "utf-8")
    released(tmp_path / "course", TEXT, "--exercises", own)
    assert not list((tmp_path / "course").rglob("solution*"))
    for wheel in (tmp_path / "course").rglob("*.whl"):
        assert not [name for name in zipfile.ZipFile(wheel).namelist() if "exercises" in name and "solution" in name]


def test_no_secret_case_is_a_public_one_where_there_are_others(kit: Path) -> None:
    public, secret = plan_at(kit).banks["out_size"]
    assert not {case.arguments for case in public.cases} & {case.arguments for case in secret.cases}


def test_a_submission_gets_the_points_of_the_assignment(kit: Path, zygotes: Zygotes, tmp_path: Path) -> None:
    (tmp_path / "ada.py").write_text(RIGHT + "q101 = 43\n", "utf-8")
    report = validated(report_one(plan_at(kit), tmp_path / "ada.py", "ada", zygotes))
    assert {e["exercise"]: (e["verdict"], e["score"], e["max_score"]) for e in report["exercises"]} == {
        "out_size": ("passed", 2, 2),
        "same_pads": ("missing", 0, 4),
    }
    assert (report["questions"][0]["score"], report["score"], report["max_score"]) == (1.5, 3.5, 7.5)


def test_what_cannot_be_read_gets_a_report_with_the_same_points_to_reach(kit: Path, zygotes: Zygotes, tmp_path: Path) -> None:
    (tmp_path / "ada.ipynb").write_text("{", "utf-8")
    report = validated(report_one(plan_at(kit), tmp_path / "ada.ipynb", "ada", zygotes))
    assert (report["verdict"], report["score"], report["max_score"]) == ("refused", 0, 7.5)


def test_a_table_of_the_public_answers_gets_no_points_and_its_student_no_secret_case(kit: Path, zygotes: Zygotes, tmp_path: Path) -> None:
    plan = plan_at(kit)
    table = {case.arguments: case.expected for case in plan.banks["out_size"][0].cases}
    calls = plan.banks["out_size"][0].transcript.calls
    table |= {arguments: outcome["value"] for arguments, outcome in calls if "value" in outcome}
    text = f"TABLE = {table!r}\ndef out_size(*call):\n    if call not in TABLE: raise ValueError('window')\n    return TABLE[call]\n"
    (tmp_path / "eve.py").write_text(text, "utf-8")
    report = report_one(plan, tmp_path / "eve.py", "eve", zygotes)
    entry = report["exercises"][0]
    assert entry["score"] == 0
    example = entry["counterexample"]
    assert example
    shown = for_students(report, plan.exercises)
    assert "secret" not in json.dumps(shown["exercises"])
    assert shown["exercises"][0]["counterexample"] is None


# Released again.


def test_a_release_that_is_made_again_changes_nothing(copied: Path) -> None:
    course = copied.parent / "course"
    course.mkdir()
    again = copied.rename(course / "instructor")
    before = {file: file.read_bytes() for file in again.rglob("*") if file.is_file()}
    result = released(course)
    assert "drawing" not in result.output
    assert {file: file.read_bytes() for file in again.rglob("*") if file.is_file()} == before


def test_a_corrected_exercise_alone_gets_new_cases(copied: Path, tmp_path: Path) -> None:
    own = own_exercise(tmp_path / "own")
    course = tmp_path / "course"
    course.mkdir()
    shutil.copytree(copied, course / "instructor")
    with (own / "reference" / find()["out_size"].chapter / "out_size.py").open("a", encoding="utf-8") as file:
        file.write("# corrected\n")
    result = released(course, TEXT, "--exercises", own)
    assert [line for line in result.output.splitlines() if line.startswith("drawing")] == ["drawing cases: out_size"]


def test_another_seed_gives_other_secret_cases(kit: Path, tmp_path: Path) -> None:
    released(tmp_path / "course", TEXT.replace("77", "78").replace("out_size = 2\n", ""))
    other, here = plan_at(tmp_path / "course" / "instructor").banks["same_pads"], plan_at(kit).banks["same_pads"]
    assert other[0].identity == here[0].identity
    assert other[1].identity != here[1].identity


def test_a_public_seed_gives_students_cases_that_do_not_ship(tmp_path: Path) -> None:
    released(tmp_path / "course", 'title = "One"\n[exercises]\nout_size = 1\n[seeds]\npublic = 5\n')
    plan = plan_at(tmp_path / "course" / "instructor")
    assert [bank.visibility for bank in plan.banks["out_size"]] == ["public"]
    assert plan.banks["out_size"][0].identity != load(find()["out_size"].bank).identity


# What is wrong is told.


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (TEXT.replace("out_size", "outsize"), "[exercises] outsize: there is no exercise of this name"),
        (TEXT.replace("remembers_nothing", "is_magic"), "[exercises] same_pads: it has no property is_magic; it has agrees_with_the_reference"),
        (TEXT.replace("q101", "q999"), "[questions] q999: there is no question of this name"),
        (TEXT.replace("= 2", "= two"), "is no TOML"),
        (TEXT.replace("= 2", "= -2"), "line 3, exercises.out_size: points are a number, 0 or more"),
    ],
)
def test_an_assignment_that_cannot_be_released_is_told_so(text: str, says: str, tmp_path: Path) -> None:
    result = released(tmp_path, text)
    assert says in str(result.exception)
    assert not (tmp_path / "instructor").exists()


def removed(kit: Path) -> None:
    (kit / "secret" / "out_size.npz").unlink()


def exchanged(kit: Path) -> None:
    shutil.copyfile(kit / "secret" / "same_pads.npz", kit / "secret" / "out_size.npz")


def cut(kit: Path) -> None:
    (kit / "record.json").write_text('{"exercises": ', "utf-8")


def no_kit(kit: Path) -> None:
    (kit / "record.json").unlink()


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (removed, "there is no bank"),
        (exchanged, "are not those that were released"),
        (cut, "is no whole instructor kit"),
        (no_kit, "is no instructor kit"),
    ],
)
def test_a_kit_that_is_not_as_it_was_released_grades_nothing(damage: Callable[[Path], None], says: str, copied: Path, tmp_path: Path) -> None:
    damage(copied)
    with pytest.raises(AssignmentError, match=says):
        plan_at(copied)
    (tmp_path / "ada.py").write_text(RIGHT, "utf-8")
    result = run("grade", tmp_path / "ada.py", "--assignment", copied, "--out", tmp_path / "out")
    assert says in str(result.exception)


def test_what_a_kit_decides_cannot_be_said_otherwise(kit: Path, tmp_path: Path) -> None:
    (tmp_path / "ada.py").write_text(RIGHT, "utf-8")
    result = run("grade", tmp_path / "ada.py", "--assignment", kit, "--out", tmp_path / "out", "--cpu", 9, "--ban", "scipy")
    assert "leave this out: --cpu, --ban" in str(result.exception)


def test_grades_of_a_kit_are_in_its_points(kit: Path, tmp_path: Path) -> None:
    (tmp_path / "ada.py").write_text(RIGHT, "utf-8")
    run("grade", tmp_path / "ada.py", "--assignment", kit, "--out", tmp_path / "out", "--jobs", 1)
    lines = (tmp_path / "out" / "grades.csv").read_text("utf-8").splitlines()
    assert lines[0] == "submission,verdict,score,max_score,out_size,same_pads,q101,message"
    assert lines[1].startswith("ada.py,not_yet,2,7.5,2,0,0,")


def test_an_old_bank_is_replayed_as_it_is(copied: Path, zygotes: Zygotes, tmp_path: Path) -> None:
    """A bank that was drawn for earlier checks grades as well; only the short way to a pass is not open to it."""
    place = copied / "secret" / "out_size.npz"
    bank = load(place)
    older: Bank = replace(bank, transcript=replace(bank.transcript, checks="0" * 64))
    save(older, place, {})
    record = json.loads((copied / "record.json").read_text("utf-8"))
    record["exercises"]["out_size"]["secret"] = older.identity
    (copied / "record.json").write_text(json.dumps(record), "utf-8")
    (tmp_path / "ada.py").write_text(RIGHT, "utf-8")
    assert report_one(plan_at(copied), tmp_path / "ada.py", "ada", zygotes)["exercises"][0]["verdict"] == "passed"
