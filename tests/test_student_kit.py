"""What a student gets of an assignment, opened where nothing else of convgrade is: a fresh environment, and no network."""

import ast
import base64
import csv
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from email.parser import Parser
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest

from convgrade.assignment import Assignment
from convgrade.bank import BankError, load, save
from convgrade.draw import draw_bank, versions
from convgrade.edition import as_students
from convgrade.exercise import Exercise, find, first_folder
from convgrade.kit import kit_in
from convgrade.questions import Question, questions
from convgrade.release.student import write_student_kit
from convgrade.release.wheel import student_wheel
from convgrade.scaffold import write_exercise
from convgrade.scoring import Points

GOLDEN = Path(__file__).parent / "golden"
SEED = 7021837465910283746
BY_PROPERTY = Points(2.5, {"agrees_with_the_reference": 2.0, "has_the_valid_shape": 0.5})
ASSIGNMENT = Assignment(
    "Convolution by hand",
    "homework1",
    {"row_sums": Points(1.0), "corr2d": BY_PROPERTY, "out_size": Points(3.0)},
    {"q305": 1.0, "q101": 2.0, "q901": 0.5},
    secret_seed=SEED,
    banned=("scipy",),
)
OWN = Question("q901", "sums", "Count", "int", "How many?", (), "row_sums", ("00",), {})
OFFLINE = """
import sys

def refuse(event, arguments):
    where = arguments[1] if event == "socket.connect" else arguments[0] if event == "socket.getaddrinfo" else "localhost"
    if isinstance(where, tuple) and where[0] != "127.0.0.1" or event == "socket.getaddrinfo" and where not in ("localhost", "127.0.0.1"):
        raise PermissionError(f"there is no network: {where}")

sys.addaudithook(refuse)
"""


@pytest.fixture(scope="module")
def exercises(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Exercise]:
    """All that ship, and one of an author's."""
    root = tmp_path_factory.mktemp("author")
    write_exercise(root, "sums", "row_sums")
    found = find(root)
    save(draw_bank(found["row_sums"], 7, keras=False), found["row_sums"].bank, versions())
    return found


@pytest.fixture(scope="module")
def known() -> dict[str, Question]:
    return {**questions(), OWN.id: OWN}


@pytest.fixture(scope="module")
def kit(exercises: dict[str, Exercise], known: dict[str, Question], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release") / "student"
    write_student_kit(ASSIGNMENT, exercises, known, folder)
    return folder


@pytest.fixture(scope="module")
def wheel(kit: Path) -> zipfile.ZipFile:
    (file,) = kit.glob("*.whl")
    return zipfile.ZipFile(io.BytesIO(file.read_bytes()))


# The wheel.


def test_the_wheel_is_named_for_the_students_edition(kit: Path) -> None:
    assert [file.name for file in kit.glob("*.whl")] == [f"convgrade-{as_students(version('convgrade'))}-py3-none-any.whl"]


@pytest.mark.parametrize(("whole", "students"), [("1.0", "1.0+student"), ("1.0+lab", "1.0+lab.student"), ("1.0+student", "1.0+student")])
def test_the_students_edition_has_a_local_version(whole: str, students: str) -> None:
    assert as_students(whole) == students


def test_the_wheel_says_what_an_installer_reads(wheel: zipfile.ZipFile) -> None:
    info = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")).partition("/")[0]
    said = Parser().parsestr(wheel.read(f"{info}/METADATA").decode())
    assert info == f"convgrade-{said['Version']}.dist-info"
    assert said["Version"] == as_students(version("convgrade"))
    assert "keras" in said.get_all("Provides-Extra", [])
    assert [one for one in said.get_all("Requires-Dist", []) if "tensorflow" in one and "extra ==" not in one] == []
    assert "convgrade = convgrade.cli:main" in wheel.read(f"{info}/entry_points.txt").decode()
    assert Parser().parsestr(wheel.read(f"{info}/WHEEL").decode())["Tag"] == "py3-none-any"


def test_the_record_has_every_file_with_its_digest(wheel: zipfile.ZipFile) -> None:
    name = next(name for name in wheel.namelist() if name.endswith("/RECORD"))
    recorded = {file: (digest, size) for file, digest, size in csv.reader(wheel.read(name).decode().splitlines())}
    assert list(recorded) == wheel.namelist()
    for file in set(recorded) - {name}:
        digest = base64.urlsafe_b64encode(hashlib.sha256(wheel.read(file)).digest()).rstrip(b"=").decode()
        assert recorded[file] == (f"sha256={digest}", str(len(wheel.read(file))))


def test_the_wheel_is_the_same_to_the_byte_whenever_it_is_made(
    kit: Path, exercises: dict[str, Exercise], known: dict[str, Question], tmp_path: Path
) -> None:
    moved = shutil.copytree(exercises["row_sums"].folder, tmp_path / "row_sums", copy_function=shutil.copyfile)
    again = student_wheel({**exercises, "row_sums": replace(exercises["row_sums"], folder=moved)}, tmp_path, known)
    assert again.read_bytes() == (kit / again.name).read_bytes()


def test_the_wheel_has_no_bytecode_and_nothing_that_editors_leave(exercises: dict[str, Exercise], tmp_path: Path) -> None:
    folder = shutil.copytree(exercises["corr2d"].folder, tmp_path / "corr2d")
    for litter in ("__pycache__/checks.cpython-311.pyc", ".ipynb_checkpoints/stub.py", "checks.py~", ".DS_Store", "old.pyc"):
        (folder / litter).parent.mkdir(exist_ok=True)
        (folder / litter).write_bytes(b"x")
    names = zipfile.ZipFile(student_wheel({"corr2d": replace(exercises["corr2d"], folder=folder)}, tmp_path)).namelist()
    assert [name for name in names if re.search(r"pyc|/\.|~", name)] == []


def test_the_wheel_holds_every_module_and_template(wheel: zipfile.ZipFile) -> None:
    package = Path(str(first_folder("convgrade", Path())))
    files = [file.relative_to(package) for file in package.rglob("*") if file.suffix in (".py", ".html", ".json", ".jinja", ".typed", ".js")]
    wanted = {f"convgrade/{file.as_posix()}" for file in files if file.parts[0] not in ("exercises", "reference")}
    assert wanted - set(wheel.namelist()) == set()
    assert "convgrade/report.schema.json" in wanted


def test_an_exercise_that_is_given_takes_the_place_of_the_one_that_ships(exercises: dict[str, Exercise], tmp_path: Path) -> None:
    folder = shutil.copytree(exercises["corr2d"].folder, tmp_path / "mine")
    released = replace(load(exercises["corr2d"].bank), oracles=("somebody",))
    save(released, folder / "bank.npz", {})
    made = zipfile.ZipFile(student_wheel({"corr2d": replace(exercises["corr2d"], folder=folder, chapter="first")}, tmp_path))
    places = [name for name in made.namelist() if name.endswith("/corr2d/bank.npz")]
    made.extractall(tmp_path / "unpacked")
    assert places == ["convgrade/exercises/first/corr2d/bank.npz"]
    assert load(tmp_path / "unpacked" / places[0]).identity == released.identity


def test_questions_that_are_not_changed_ship_as_they_are(wheel: zipfile.ZipFile, exercises: dict[str, Exercise]) -> None:
    chapters = {exercise.chapter: exercise.folder.parent for exercise in exercises.values() if exercise.chapter != "sums"}
    for chapter, folder in chapters.items():
        assert wheel.read(f"convgrade/exercises/{chapter}/questions.json") == (folder / "questions.json").read_bytes()


def test_a_secret_bank_never_gets_into_a_wheel(exercises: dict[str, Exercise], tmp_path: Path) -> None:
    folder = shutil.copytree(exercises["corr2d"].folder, tmp_path / "corr2d")
    save(replace(load(folder / "bank.npz"), visibility="secret"), folder / "bank.npz", {})
    with pytest.raises(BankError, match=r"bank\.npz is a secret bank"):
        student_wheel({"corr2d": replace(exercises["corr2d"], folder=folder)}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


# The kit.


def test_the_kit_holds_what_is_asked_and_no_more(kit: Path) -> None:
    files = {file.name for file in kit.iterdir() if file.suffix != ".whl"}
    assert files == {"README.md", "homework1.ipynb", "row_sums.py", "corr2d.py", "out_size.py", "questions.py"}


def cells(kit: Path) -> list[Any]:
    made = nbformat.read(kit / "homework1.ipynb", 4)
    nbformat.validate(made)
    return list(made.cells)


def test_the_notebook_asks_chapter_by_chapter_for_what_the_assignment_names(kit: Path) -> None:
    code = [cell.source for cell in cells(kit) if cell.cell_type == "code"]
    told = [found[1] for source in code if (found := re.search(r'check\(("q\d+"|\w+)', source))]
    assert told == ["row_sums", '"q901"', "corr2d", '"q101"', "out_size", '"q305"']


def test_each_exercise_and_question_says_what_it_is_worth(kit: Path) -> None:
    text = "\n".join(cell.source for cell in cells(kit) if cell.cell_type == "markdown")
    assert "`corr2d`\n\n**2.5 points**, by what holds" in text
    assert "- 2 points: Every result is what it should be.\n- 0.5 points: A kernel of height Kh fits" in text
    assert "**q101: One entry of a cross-correlation** (2 points)" in text
    assert "There are 10 points in all." in text
    assert "# q305: How SAME pads (1 point)" in (kit / "questions.py").read_text("utf-8")


def test_the_readme_names_the_wheel_what_to_hand_in_and_what_is_forbidden(kit: Path) -> None:
    text = (kit / "README.md").read_text("utf-8")
    (wheel,) = kit.glob("*.whl")
    wanted = (f"pip install ./{wheel.name}", "convgrade check row_sums", "convgrade watch", "Hand in `homework1.ipynb`", "not use `scipy`")
    assert [words for words in wanted if words not in text] == []
    assert len([line for line in text.splitlines() if line]) <= 12


@pytest.mark.parametrize("seed", [SEED, None])
def test_more_cases_are_announced_if_there_are_secret_ones(seed: int | None, exercises: dict[str, Exercise], tmp_path: Path) -> None:
    planned = replace(ASSIGNMENT, exercises={"corr2d": Points(1.0)}, questions={}, secret_seed=seed, banned=())
    write_student_kit(planned, {"corr2d": exercises["corr2d"]}, {}, tmp_path / "kit")
    texts = (tmp_path / "kit" / "README.md").read_text("utf-8"), cells(tmp_path / "kit")[0].source
    assert [("grade uses more cases" in text) for text in texts] == [seed is not None] * 2
    assert not (tmp_path / "kit" / "questions.py").exists()


def test_an_assignment_of_questions_alone_has_a_kit(exercises: dict[str, Exercise], known: dict[str, Question], tmp_path: Path) -> None:
    write_student_kit(replace(ASSIGNMENT, exercises={}, questions={"q101": 1.0}), exercises, known, tmp_path)
    assert {file.name for file in tmp_path.iterdir() if file.suffix != ".whl"} == {"README.md", "homework1.ipynb", "questions.py"}
    assert "There is 1 point in all." in (tmp_path / "README.md").read_text("utf-8")


def test_a_kit_is_written_over_nothing(exercises: dict[str, Exercise], known: dict[str, Question], tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(FileExistsError):
        write_student_kit(ASSIGNMENT, exercises, known, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine"]


# What must not be in it, in any form.


def contents(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and what is packed in it: members of zips, of which banks are some, and the texts in JSON, of which notebooks are some."""
    yield name, data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from contents(f"{name}/{member}", archive.read(member))
    if name.endswith((".ipynb", ".json")):
        yield f"{name}, its texts", "\n".join(texts_in(json.loads(data))).encode()


def texts_in(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict | list):
        for key in held:
            yield from texts_in(key)
            yield from texts_in(held[key] if isinstance(held, dict) else "")


def all_of(folder: Path) -> bytes:
    """Everything in a folder, packed or not, names among it, in one piece."""
    parts = [part for file in sorted(folder.rglob("*")) if file.is_file() for part in contents(file.name, file.read_bytes())]
    return b"\0".join(one for name, data in parts for one in (name.encode(), data))


def squeezed(text: bytes) -> bytes:
    return re.sub(rb"\s+", b"", text)


def answers_in(source: str) -> Iterator[bytes]:
    """What gives a reference file away: the body of each function, and every two lines of it; but for what is too short to tell anything."""
    lines = source.split("\n")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            first = node.body[1 if ast.get_docstring(node) else 0]
            body = [line.encode() for line in lines[first.lineno - 1 : node.end_lineno] if line.strip()]
            yield from (part for part in [squeezed(b"".join(body))] if len(part) >= 20)
            yield from (part for pair in pairwise(body) if len(part := squeezed(b"".join(pair))) >= 30)


@pytest.fixture(scope="module")
def told(kit: Path) -> bytes:
    return all_of(kit)


@pytest.fixture(scope="module")
def text(told: bytes) -> bytes:
    return squeezed(told)


@pytest.mark.parametrize("name", find())
def test_no_body_of_a_reference_or_misconception_is_in_the_kit(name: str, text: bytes, exercises: dict[str, Exercise]) -> None:
    secrets = set(answers_in(exercises[name].answers.read_text("utf-8")))  # type: ignore[union-attr]
    assert len(secrets) > 20
    assert [secret for secret in secrets if secret in text] == []


def test_a_reference_would_be_found_wherever_it_was(exercises: dict[str, Exercise], tmp_path: Path) -> None:
    source = exercises["corr2d"].answers.read_text("utf-8")  # type: ignore[union-attr]
    for i, text in enumerate((source, json.dumps({"cells": [{"source": source.splitlines(True)}]}), source.replace("    ", "\t"))):
        with zipfile.ZipFile(tmp_path / f"{i}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.ipynb" if i == 1 else "a.py", text)
        assert [secret for secret in answers_in(source) if secret not in squeezed(all_of(tmp_path))] == []
        (tmp_path / f"{i}.zip").unlink()


def test_neither_references_nor_answers_to_questions_have_a_file_in_the_kit(wheel: zipfile.ZipFile) -> None:
    assert [
        name for name in wheel.namelist() if name.startswith("convgrade/reference") or "questions.toml" in name or name == "assignment.toml"
    ] == []


def forms_of(seed: int) -> Iterator[bytes]:
    for order in ("little", "big"):
        raw = seed.to_bytes(8, order)  # type: ignore[arg-type]
        yield from (raw, base64.b64encode(raw).rstrip(b"="), base64.urlsafe_b64encode(raw).rstrip(b"="), base64.b32encode(raw).rstrip(b"="))
        yield raw.hex().encode()
    for text in (f"{seed}", f"{seed:_}", f"{seed:,}", f"{seed:x}", f"{seed:o}", f"{seed:b}"):
        yield from (text.encode(), base64.b64encode(text.encode())[:-4])


def test_the_secret_seed_is_in_the_kit_in_no_form(told: bytes) -> None:
    assert [form for form in forms_of(SEED) if form.lower() in told.lower()] == []


# At a student's, with that wheel only.


@pytest.fixture(scope="module")
def python(kit: Path, wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment: the wheel of the kit, behind it what it depends on, and no network."""
    home = tmp_path_factory.mktemp("student") / "venv"
    venv.create(home, symlinks=True)
    packages = next((home / "lib").glob("python*/site-packages"))
    wheel.extractall(packages)
    (packages / "sitecustomize.py").write_text(OFFLINE)
    (packages / "dependencies.pth").write_text("\n".join(place for place in sys.path if place.endswith("-packages")))
    return home / "bin" / "python"


@pytest.fixture
def desk(kit: Path, tmp_path: Path) -> Path:
    """A copy of the kit to work in."""
    return shutil.copytree(kit, tmp_path / "desk")


def run(python: Path, desk: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(desk), "CONVGRADE_STATE": str(desk / ".state"), "LANG": "C.UTF-8"}
    return subprocess.run([python, *words], cwd=desk, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def convgrade(python: Path, desk: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run(python, desk, "-m", "convgrade", *words)


def test_there_is_no_reference_and_no_network_at_a_students(python: Path, desk: Path) -> None:
    program = """import importlib.util, socket, convgrade
print(convgrade.__file__)
print(importlib.util.find_spec("convgrade.reference"))
try:
    socket.create_connection(("192.0.2.1", 80), 1)
except PermissionError as error:
    print(error)"""
    place, reference, network = run(python, desk, "-c", program).stdout.splitlines()
    assert Path(place).is_relative_to(python.parents[1])
    assert (reference, network[:19]) == ("None", "there is no network")


def test_the_version_at_a_students_says_so(python: Path, desk: Path) -> None:
    assert convgrade(python, desk, "--version").stdout == f"convgrade {as_students(version('convgrade'))}\n"


def test_a_wrong_function_gets_its_picture_and_its_mistakes_name(python: Path, desk: Path) -> None:
    shutil.copy(GOLDEN / "flipped_corr2d.py", desk / "corr2d.py")
    done = convgrade(python, desk, "check", "corr2d")
    assert (done.returncode, done.stderr) == (1, "")
    assert "You flip the kernel." in done.stdout
    assert "[ ] it looks at these" in done.stdout


def test_an_exercise_of_an_authors_is_checked_as_well(python: Path, desk: Path) -> None:
    (desk / "row_sums.py").write_text("def row_sums(X):\n    if not X.shape[1]:\n        raise ValueError\n    return X.sum(1)\n")
    assert convgrade(python, desk, "check", "row_sums").returncode == 0


def test_stubs_and_notebook_are_not_written_yet_at_first(python: Path, desk: Path) -> None:
    for words in (["out_size"], ["out_size", "homework1.ipynb"]):
        assert "It is not written yet" in convgrade(python, desk, "check", *words).stdout


def test_hints_and_questions_are_there(python: Path, desk: Path) -> None:
    assert "How does" in convgrade(python, desk, "hint", "corr2d").stdout
    assert "q101: passed" in convgrade(python, desk, "ask", "q101", "43").stdout
    assert "How many?" in convgrade(python, desk, "ask", "q901").stdout


def test_watch_says_what_check_says(python: Path, desk: Path) -> None:
    shutil.copy(GOLDEN / "flipped_corr2d.py", desk / "corr2d.py")
    assert "You flip the kernel." in convgrade(python, desk, "watch").stdout


def test_watch_is_about_what_the_kit_asks_for(python: Path, desk: Path) -> None:
    (desk / "corr2d.py").unlink()
    assert "0 of 3 passed" in convgrade(python, desk, "watch").stdout


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"metadata": {"convgrade": {"exercises": 3}}}', '{"metadata": null}', "\udc80"])
def test_a_notebook_that_is_of_no_kit_is_passed_over(text: str, kit: Path, tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text(text, "utf-8", errors="surrogatepass")
    (tmp_path / "b.ipynb").mkdir()
    assert kit_in(tmp_path) == (tmp_path / "exercises.ipynb", [])
    shutil.copy(kit / "homework1.ipynb", tmp_path)
    assert kit_in(tmp_path) == (tmp_path / "homework1.ipynb", list(ASSIGNMENT.exercises))


@pytest.mark.parametrize(
    "words", [["bank", "draw", "--out", "secret"], ["bank", "verify", "corr2d"], ["exercise", "verify", "corr2d"], ["check", "corr2d", "--explore"]]
)
def test_what_needs_a_reference_says_that_there_is_none(words: list[str], python: Path, desk: Path) -> None:
    done = convgrade(python, desk, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"Error: The reference of corr2d( and \d+ more)? is not installed here, and this needs it\. Students get .*\n", done.stderr)


def test_what_needs_the_answers_to_questions_says_that_there_are_none(python: Path, desk: Path) -> None:
    done = convgrade(python, desk, "bank", "questions")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "Students get a convgrade without answers" in done.stderr


def test_the_students_edition_grades_as_the_whole_one_does(python: Path, desk: Path) -> None:
    (desk / "in").mkdir()
    shutil.copy(GOLDEN / "square_only_pool2d.py", desk / "in" / "ada.py")
    words = ["-m", "convgrade", "grade", "in", "--no-pages", "--jobs", "1", "--out"]
    assert [run(one, desk, *words, name).returncode for one, name in ((python, "there"), (Path(sys.executable), "here"))] == [0, 0]
    there, here = (json.loads((desk / name / "reports" / "ada.py.json").read_text("utf-8")) for name in ("there", "here"))
    for report in (there, here):
        report["exercises"][0].pop("seconds")
    assert there == here


@pytest.mark.slow
def test_the_notebook_with_references_filled_in_runs_from_top_to_bottom_and_passes(
    python: Path, desk: Path, exercises: dict[str, Exercise], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nbclient = pytest.importorskip("nbclient")
    (tmp_path / "kernels" / "student").mkdir(parents=True)
    start = {"argv": [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"], "display_name": "Python 3", "language": "python"}
    (tmp_path / "kernels" / "student" / "kernel.json").write_text(json.dumps(start))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    notebook = nbformat.read(desk / "homework1.ipynb", 4)
    right = answers_to_questions()
    for cell in notebook.cells:
        if stub := re.search(r"^def (\w+)\(", cell.source, re.MULTILINE) if cell.cell_type == "code" else None:
            cell.source = exercises[stub[1]].answers.read_text("utf-8")  # type: ignore[union-attr]
        cell.source = re.sub(r"^(q\d+) = None$", lambda found: f"{found[1]} = {right.get(found[1])!r}", cell.source, flags=re.MULTILINE)
    notebook.cells.append(nbformat.v4.new_code_cell("import convgrade; print(convgrade.__file__)"))
    nbclient.NotebookClient(notebook, kernel_name="student", timeout=60, resources={"metadata": {"path": str(desk)}}).execute()
    *checks, place = (cell.outputs for cell in notebook.cells if cell.get("outputs"))
    said = [outputs[-1]["data"]["text/plain"].partition("\n")[0] for outputs in checks]
    assert said == ["row_sums: passed", "q901: not yet", "corr2d: passed", "q101: passed", "out_size: passed", "q305: passed"]
    assert Path(place[0]["text"].strip()).is_relative_to(python.parents[1])


def answers_to_questions() -> dict[str, Any]:
    keys = first_folder("convgrade.reference", Path()).glob("*/questions.toml")
    return {name: one["answer"] for key in keys for name, one in tomllib.loads(key.read_text("utf-8")).items()}
