"""The rules of the house, read off the checkout and the built wheel."""

import ast
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = {"graders": "convgrade", "exercises": "convgrade/exercises", "reference": "convgrade/reference"}


def tracked(folder: str) -> list[str]:
    """Files that git knows or would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    return [name for name in listed if name and (ROOT / name).exists()]


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


def sources(folder: str) -> list[Path]:
    return [ROOT / name for name in tracked(folder) if name.endswith(".py")]


def wheel_files() -> set[str]:
    (wheel,) = (ROOT / "dist").glob("*.whl")
    return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_every_file_of_the_package_and_no_other() -> None:
    expected = {SHIPPED[folder] + name.removeprefix(folder) for folder in SHIPPED for name in tracked(folder)}
    assert wheel_files() == expected


def test_the_wheel_holds_convgrade_alone() -> None:
    assert {name.partition("/")[0] for name in wheel_files()} == {"convgrade"}


def test_exercises_never_import_the_reference() -> None:
    assert [p for p in sources("exercises") if any("reference" in name for name in imports(p))] == []


def test_nothing_shipped_imports_tests_or_tools() -> None:
    shipped = [p for folder in SHIPPED for p in sources(folder)]
    assert [p for p in shipped if any(name.partition(".")[0] in ("tests", "tools") for name in imports(p))] == []


def test_the_engine_names_no_exercise() -> None:
    names = {p.name for p in (ROOT / "exercises").glob("*/*") if p.is_dir() and not p.name.isalpha()}  # a pool is also one of processes
    word = re.compile(r"\b(" + "|".join(sorted(names)) + r")\b")
    examples = ("cli.py", "student.py", "kit.py", "__init__.py", "practice.py")  # help texts may give an example
    told = [p for p in sources("graders") if p.name not in examples and word.search(p.read_text("utf-8"))]
    assert told == []


def test_what_runs_beside_a_student_imports_only_the_standard_library_and_numpy() -> None:
    import sys

    allowed = {"numpy", "", "tensorflow", "torch", "jax"} | sys.stdlib_module_names
    for path in sources("graders/inside"):
        outside = {name.lstrip(".").partition(".")[0] for name in imports(path) if not name.startswith(".") or name.startswith("..")}
        assert outside <= allowed, path.name


@pytest.mark.parametrize("folder", ["graders", "exercises", "reference", "tools"])
def test_no_module_says_nothing_by_its_name(folder: str) -> None:
    assert [p for p in sources(folder) if p.stem in ("utils", "util", "helpers", "common", "misc", "base", "manager")] == []


def test_each_exercise_has_a_reference_and_each_reference_an_exercise() -> None:
    exercises = {p.parent.relative_to(ROOT / "exercises").as_posix() for p in (ROOT / "exercises").glob("*/*/statement.md")}
    references = {p.relative_to(ROOT / "reference").with_suffix("").as_posix() for p in (ROOT / "reference").glob("*/*.py")}
    assert exercises == references


def test_the_readme_begins_with_a_command_for_each_kind_of_user() -> None:
    start = "\n".join((ROOT / "README.md").read_text("utf-8").splitlines()[:30])
    assert [command for command in ("convgrade check", "convgrade grade", "convgrade exercise new") if command not in start] == []
