"""What GitHub gets: a repository without anything secret, whose workflow checks what is pushed."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from convgrade.assignment import Assignment, Shown, read_assignment
from convgrade.bank import load
from convgrade.limits import MEBI, Limits
from convgrade.plan import plan_at
from convgrade.release.github import write
from convgrade.release.public import as_toml
from convgrade.scoring import Points
from convgrade.systems.github import main, notices, quoted, result_of, summary

Report = dict[str, Any]
SIZE = """
def out_size(n, k, p=0, s=1, d=1):
    if d * (k - 1) >= n + 2 * p: raise ValueError('window')
    return (n + 2 * p - d * (k - 1) - 1) // s + 1
"""
RUDE = """
def out_size(n, k, p=0, s=1, d=1):
    raise KeyError("\\n::notice title=Autograding report::{\\"totalPoints\\": 99, \\"maxPoints\\": 99}\\n</pre><b>|")
"""


@pytest.fixture(scope="module")
def repository(released: Path) -> Path:
    return released / "github"


# The repository.


def test_a_student_finds_what_the_student_kit_holds_and_what_to_do_with_it(released: Path, repository: Path) -> None:
    assert {file.name for file in (released / "student").iterdir()} == {file.name for file in repository.iterdir() if file.name[0] != "."}
    words = (repository / "README.md").read_text("utf-8")
    assert words.startswith((released / "student" / "README.md").read_text("utf-8"))
    assert "Each push is checked" in words


def test_nothing_secret_is_in_the_repository(released: Path, repository: Path) -> None:
    plan = plan_at(released / "instructor")
    held = b"".join(file.read_bytes() for file in repository.rglob("*") if file.is_file() and file.suffix not in (".whl", ".npz"))
    assert b"98765" not in held
    assert plan.record["exercises"]["out_size"]["secret"].encode() not in held
    assert {load(file).visibility for file in repository.rglob("*.npz")} == {"public"}
    assert not [file for file in repository.rglob("*") if "secret" in file.name]


def test_the_kit_in_it_is_whole_and_asks_the_same(released: Path, repository: Path) -> None:
    public, whole = plan_at(repository / ".convgrade" / "kit").assignment, plan_at(released / "instructor").assignment
    assert (public.exercises, public.questions, public.secret_seed) == (whole.exercises, whole.questions, None)


def test_a_reader_is_told_that_its_points_are_for_practice_and_why(repository: Path) -> None:
    words = " ".join((repository / "README.md").read_text("utf-8").split())
    assert "The points that it shows are for practice." in words
    assert "No secret case and no secret seed is in here" in words


def test_the_workflow_runs_the_check_with_pinned_actions_and_no_secrets(repository: Path) -> None:
    text = (repository / ".github" / "workflows" / "classroom.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    (job,) = workflow["jobs"].values()
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one) for one in used)
    assert (workflow["permissions"], "secrets." in text, "push" in workflow["on"]) == ({"contents": "read"}, False, True)
    assert job["steps"][-1]["run"] == "python -P -m convgrade.systems.github .convgrade/kit ."


def test_classroom_finds_the_workflow_and_its_job_by_their_names(repository: Path) -> None:
    workflow = yaml.safe_load((repository / ".github" / "workflows" / "classroom.yml").read_text("utf-8"))
    assert (workflow["name"], list(workflow["jobs"])) == ("Autograding Tests", ["run-autograding-tests"])


def test_the_workflow_installs_what_lies_in_the_repository(repository: Path) -> None:
    text = (repository / ".github" / "workflows" / "classroom.yml").read_text("utf-8")
    named = re.findall(r"\./?convgrade[\w./*-]+", text)
    assert len(named) == 4
    assert all(list(repository.glob(one)) for one in named)
    assert (repository / ".convgrade" / "python-version").read_text() == f"{sys.version_info[0]}.{sys.version_info[1]}\n"


def test_what_an_instructor_put_beside_stays_when_it_is_released_again(released: Path, tmp_path: Path) -> None:
    repository = tmp_path / "github"
    write(released / "instructor", tmp_path / "github")
    (repository / ".git").mkdir()
    (repository / ".git" / "HEAD").write_text("ref: refs/heads/main")
    (repository / "syllabus.md").write_text("mine")
    (repository / "convgrade-0.0.1-py3-none-any.whl").touch()
    write(released / "instructor", tmp_path / "github")
    assert (repository / ".git" / "HEAD").exists()
    assert (repository / "syllabus.md").read_text() == "mine"
    assert len(list(repository.glob("*.whl"))) == 1


@pytest.mark.parametrize(
    "one",
    [
        Assignment("Sizes", "sizes", {"out_size": Points(2.0)}, {}),
        Assignment('Say "ä" \\ \x7f', "a-1", {"ä": Points(3.0, {"ß": 1.0, "b": 2.0})}, {"q101": 0.5}, 3, 4, Limits(cpu_seconds=7, memory=300 * MEBI)),
        Assignment("x", "x", {}, {"q101": 1.0}, banned=("scipy", "np.convolve"), shown=Shown("hidden", "visible", "after_due_date")),
    ],
)
def test_an_assignment_written_as_a_file_reads_as_it_was(one: Assignment, tmp_path: Path) -> None:
    (tmp_path / "assignment.toml").write_text(as_toml(one), "utf-8")
    assert read_assignment(tmp_path / "assignment.toml") == one


# A run.


@dataclass(frozen=True)
class Ran:
    code: int
    log: str
    result: Report
    page: str


@pytest.fixture
def pushed(repository: Path, tmp_path: Path) -> Callable[..., Ran]:
    """Run what the workflow runs in a copy of the repository with this text in a file, and without others."""

    def push(text: str, *without: str) -> Ran:
        mine = shutil.copytree(repository, tmp_path / "ada")
        (mine / "out_size.py").write_text(text, "utf-8")
        for name in without:
            (mine / name).unlink()
        places = {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "page"), "GITHUB_REPOSITORY": "course/ada"}
        words = [sys.executable, "-P", "-m", "convgrade.systems.github", ".convgrade/kit", "."]
        made = subprocess.run(words, cwd=mine, env={**os.environ, **places}, capture_output=True, text=True, timeout=60)
        assert made.stderr == ""
        encoded = (tmp_path / "output").read_text().removeprefix("result=")
        return Ran(made.returncode, made.stdout, json.loads(base64.b64decode(encoded)), (tmp_path / "page").read_text("utf-8"))

    return push


def commands_in(log: str) -> list[str]:
    """The lines that a runner takes for commands."""
    found: list[str] = []
    until = ""
    for line in log.splitlines():
        if until:
            until = "" if line == f"::{until}::" else until
        elif line.startswith("::stop-commands::"):
            until = line.removeprefix("::stop-commands::")
        elif line.startswith("::"):
            found.append(line)
    return found


def test_a_run_tells_points_in_the_log_on_the_page_and_as_output(pushed: Callable[..., Ran]) -> None:
    one = pushed(SIZE)
    assert (one.result["status"], one.result["max_score"]) == ("fail", 7.5)
    assert [(test["name"], test["status"], test["score"]) for test in one.result["tests"]] == [
        ("out_size", "pass", 2.0),
        ("same_pads", "fail", 0.0),
        ("q101", "fail", 0.0),
    ]
    held = '::notice title=Autograding report::{"totalPoints": 2.0, "maxPoints": 7.5}'
    assert commands_in(one.log) == ["::notice title=Autograding complete::Points 2/7.5", held]
    assert "| ✓ | `out_size` | 2 of 2 |" in one.page
    assert "out_size: passed" in one.log
    assert one.code == 1  # the run is not green yet


def test_what_students_code_says_is_no_command_of_the_runner_and_no_markup(pushed: Callable[..., Ran]) -> None:
    one = pushed(RUDE)
    assert commands_in(one.log)[0] == "::notice title=Autograding complete::Points 0/7.5"
    assert len(commands_in(one.log)) == 2
    assert "<b>" not in one.page


def test_text_in_the_log_cannot_end_what_keeps_commands_from_it() -> None:
    text = quoted("::stop-commands::abc\n::abc::\n::notice::x")
    assert commands_in(text) == []
    assert commands_in(f"{text}\n::notice::y") == ["::notice::y"]


def test_a_repository_that_cannot_be_read_is_told_why(pushed: Callable[..., Ran]) -> None:
    one = pushed("#" * 300_000, "assignment.ipynb", "questions.py", "same_pads.py")
    assert one.page.count("<pre>This submission cannot be read: out_size.py holds more than 256 KiB of code.</pre>") == 1
    assert (one.code, one.result["status"]) == (1, "fail")


def test_what_was_not_graded_has_no_points(repository: Path, report_of: Callable[..., Report]) -> None:
    plan = plan_at(repository / ".convgrade" / "kit")
    report = report_of("ada", {"out_size": "ungraded", "same_pads": "passed"})
    result = result_of(report, plan.exercises)
    assert (result["status"], result["max_score"], notices(result)) == ("error", 0, [])
    assert "Not all was graded, so there are no points." in summary(report, plan, result)


def test_a_folder_that_is_no_kit_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path)]) == 2
    assert "is no instructor kit" in capsys.readouterr().out
    assert main([]) == 2
