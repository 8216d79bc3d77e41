"""What Gradescope gets: a zip that sets itself up and grades in its container, and results that students see when the assignment says."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from click.testing import CliRunner

from convgrade.assignment import Assignment, Shown
from convgrade.cli import cli
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.limits import MEBI, Limits
from convgrade.plan import Plan, plan_at, report_one
from convgrade.release.constraints import constraints
from convgrade.release.gradescope import write
from convgrade.scoring import Points
from convgrade.systems.autograder import handed_in, main, metadata_in, name_in
from convgrade.systems.container import fitted, memory_here
from convgrade.systems.results import not_graded, results_of, validated

Report = dict[str, Any]
SIZE = """
def out_size(n, k, p=0, s=1, d=1):
    if d * (k - 1) >= n + 2 * p: raise ValueError('window')
    return (n + 2 * p - d * (k - 1) - 1) // s + 1
"""
WRONG = SIZE.replace("// s + 1", "// s")
HOSTILE = {
    "a loop that never ends": "def out_size(n, k, p=0, s=1, d=1):\n    while True: pass\n",
    "an exit": "import os\ndef out_size(n, k, p=0, s=1, d=1):\n    os._exit(0)\n",
    "a fork bomb": "import os\ndef out_size(n, k, p=0, s=1, d=1):\n    while True: os.fork()\n",
    "an end to the grader": "import os\ndef out_size(n, k, p=0, s=1, d=1):\n    for pid in (-1, os.getppid(), 1):\n        os.kill(pid, 9)\n",
    "all the memory": "held = []\ndef out_size(n, k, p=0, s=1, d=1):\n    while True: held.append(bytearray(1 << 24))\n",
    "results of its own": """
def out_size(n, k, p=0, s=1, d=1):
    import glob, os
    for place in ("/autograder", *glob.glob("/tmp/**/results", recursive=True)):
        open(os.path.join(place, "results.json"), "w").write('{"score": 1000}')
""",
}
MEMORY = 768 * MEBI  # what Gradescope gives, and half a core
TWO_HALVES = 100_000  # of a tenth of a second, for two at a time


# The zip.


@pytest.fixture(scope="module")
def plan(released: Path) -> Plan:
    return plan_at(released / "instructor")


def test_the_zip_holds_two_programs_at_its_root_the_kit_and_a_wheel(released: Path) -> None:
    with zipfile.ZipFile(released / "gradescope.zip") as archive:
        entries = {one.filename: one.external_attr >> 16 & 0o777 for one in archive.infolist()}
        assert archive.read("run_autograder").startswith(b"#!")
    assert [name for name, mode in entries.items() if mode & 0o111] == ["run_autograder", "setup.sh"]
    assert {"instructor/record.json", "instructor/secret/out_size.npz", "constraints.txt", "README.md"} <= entries.keys()
    assert [name.partition("-")[0] for name in entries if name.endswith(".whl")] == ["instructor/convgrade"]


def test_the_same_kit_gives_the_same_zip(released: Path, tmp_path: Path) -> None:
    write(released / "instructor", tmp_path / "gradescope")
    assert (tmp_path / "gradescope.zip").read_bytes() == (released / "gradescope.zip").read_bytes()


def test_an_instructor_is_told_what_to_do_with_the_zip_and_of_how_many_points(released: Path) -> None:
    with zipfile.ZipFile(released / "gradescope.zip") as archive:
        readme = archive.read("README.md").decode()
    assert "7.5 autograder points" in readme
    assert "what public cases say of their work, with pictures: visible" in readme
    assert "points: after_published" in readme


def test_a_system_that_nobody_writes_for_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "a.toml").touch()
    result = CliRunner().invoke(cli, ["release", str(tmp_path / "a.toml"), "--out", str(tmp_path), "--for", "blackboard"])
    assert "'gradescope'" in result.output
    assert result.exit_code == 2


def test_packages_are_pinned_at_the_versions_of_the_release() -> None:
    held = dict(line.split("==") for line in constraints().splitlines())
    assert held["numpy"] == version("numpy")
    assert {"nbformat", "traitlets"} <= held.keys()  # what is needed, and what that needs
    assert not {"tensorflow", "convgrade"} & held.keys()


# In the container.


@dataclass(frozen=True)
class Ran:
    """What came of a submission: results.json, what staff reads, and the submission itself."""

    results: Report
    told: str
    code: int
    submission: Path


@pytest.fixture(scope="module")
def container() -> Iterator[list[Path]]:
    """A control group with what Gradescope gives, where this machine lets us make one; else nothing."""
    made: list[Path] = []
    bounds = {"memory": ("memory.limit_in_bytes", MEMORY), "cpu": ("cpu.cfs_quota_us", TWO_HALVES)}
    with contextlib.suppress(OSError):
        for controller, (file, amount) in bounds.items():
            place = Path("/sys/fs/cgroup") / controller / f"convgrade-{os.getpid()}"
            place.mkdir()
            made.append(place)
            (place / file).write_text(str(amount))
    yield made
    for place in made:
        for pid in (place / "cgroup.procs").read_text().split():
            os.kill(int(pid), signal.SIGKILL)
        for _ in range(100):
            with contextlib.suppress(OSError):
                place.rmdir()
                break
            time.sleep(0.02)


@pytest.fixture(scope="module")
def grader(released: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A container after setup.sh, as an environment: the packages come from this one, by way of wheels that only point to it."""
    root = tmp_path_factory.mktemp("image")
    packages = root / "packages"
    packages.mkdir()
    places = "\n".join(sorted({str(Path(find_spec(name).origin).parents[1]) for name in ("numpy", "fastjsonschema", "click")}))  # type: ignore[union-attr,arg-type]
    for line in constraints().splitlines():
        name, _, number = line.partition("==")
        wheel_that_points(packages, name, number, places)
    unpack(released / "gradescope.zip", root / "source")
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "CONVGRADE_ROOT": str(root),
        "CONVGRADE_PLACE": str(root / "place"),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(packages),
        "PIP_CONFIG_FILE": os.devnull,
    }
    made = subprocess.run(["bash", str(root / "source" / "setup.sh")], env=environment, capture_output=True, text=True, timeout=120)
    assert made.returncode == 0, made.stdout + made.stderr
    return {**environment, "TOLD": made.stdout}


def unpack(file: Path, folder: Path) -> None:
    """Unpack a zip with the modes of its files."""
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder)
        for entry in archive.infolist():
            (folder / entry.filename).chmod(entry.external_attr >> 16)


def wheel_that_points(folder: Path, name: str, number: str, places: str) -> None:
    """A wheel that holds nothing but a line which adds folders to the search path."""
    info = f"{name.replace('-', '_')}-{number}.dist-info"
    with zipfile.ZipFile(folder / f"{name.replace('-', '_')}-{number}-py3-none-any.whl", "w") as archive:
        archive.writestr(f"_{name}.pth", places + "\n")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {number}\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")


def laid_out(grader: dict[str, str], root: Path, files: dict[str, str | bytes]) -> dict[str, str]:
    """A folder such as /autograder with a submission, and the environment in which run_autograder takes it for that."""
    (root / "submission").mkdir(parents=True)
    (root / "results").mkdir()
    (root / "source").symlink_to(Path(grader["CONVGRADE_ROOT"]) / "source")
    for name, text in files.items():
        (root / "submission" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    (root / "submission_metadata.json").write_text(json.dumps({"users": [{"name": "Ada"}], "assignment": {"total_points": "20.0"}}))
    return {**grader, "CONVGRADE_ROOT": str(root)}


def ran(environment: dict[str, str], container: list[Path] = []) -> Ran:  # noqa: B006
    """Run run_autograder in a container."""
    root = Path(environment["CONVGRADE_ROOT"])
    enter = "".join(f"echo $$ > {place}/cgroup.procs\n" for place in container)
    program = root / "source" / "run_autograder"
    made = subprocess.run(["bash", "-c", f"{enter}exec {program}"], env=environment, capture_output=True, text=True, timeout=100)
    return Ran(json.loads((root / "results" / "results.json").read_text("utf-8")), made.stdout, made.returncode, root / "submission")


@pytest.fixture(scope="module")
def outcomes(grader: dict[str, str], container: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    """What came of right, wrong, hostile and unreadable submissions, two at a time with the memory of one."""
    files: dict[str, dict[str, str | bytes]] = {
        "right": {"work.py": SIZE, "answers.py": "q101 = 43\n"},
        "wrong": {"work.py": WRONG},
        "unreadable": {"work.py": b"\xff\xfe\x00"},
        "nothing": {"notes.txt": "here is my homework"},
        **{name: {"work.py": text} for name, text in HOSTILE.items()},
    }
    root = tmp_path_factory.mktemp("runs")
    laid = {name: laid_out(grader, root / name.replace(" ", "_"), some) for name, some in files.items()}
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(laid, pool.map(lambda one: ran(one, container), laid.values()), strict=True))


def points(results: Report) -> dict[str, tuple[float, float]]:
    return {one["name"].removesuffix(": points"): (one["score"], one["max_score"]) for one in results["tests"] if "score" in one}


def points_in(report: Report) -> dict[str, tuple[float, float]]:
    return {e.get("exercise") or e["question"]: (e["score"], e["max_score"]) for e in (*report["exercises"], *report["questions"])}


@pytest.mark.slow
def test_the_image_is_built_with_a_grader_that_has_no_references(grader: dict[str, str]) -> None:
    assert "Sizes: the kit is whole" in grader["TOLD"]
    installed = Path(grader["CONVGRADE_PLACE"]) / "venv" / "lib"
    assert list(installed.rglob("convgrade/systems/autograder.py"))
    assert not list(installed.rglob("convgrade/reference/*/*.py"))


@pytest.mark.slow
def test_others_cannot_read_the_secret_cases_in_the_image(grader: dict[str, str]) -> None:
    source = Path(grader["CONVGRADE_ROOT"]) / "source"
    assert not any(file.stat().st_mode & 0o077 for file in (source, *source.glob("instructor/secret/*"), source / "instructor" / "assignment.toml"))


@pytest.mark.parametrize("name", ["right", "wrong", "unreadable", "nothing", *HOSTILE])
@pytest.mark.slow
def test_each_submission_gets_the_points_of_its_report(name: str, outcomes: dict[str, Ran], plan: Plan, zygotes: Zygotes) -> None:
    one = outcomes[name]
    assert one.code == 0
    assert points(validated(one.results)) == points_in(report_one(plan, one.submission, name, zygotes)), one.told


@pytest.mark.slow
def test_right_work_has_its_points_and_hostile_work_none(outcomes: dict[str, Ran]) -> None:
    totals = {name: sum(score for score, _ in points(one.results).values()) for name, one in outcomes.items()}
    assert totals == {**dict.fromkeys(outcomes, 0), "right": 3.5}


@pytest.mark.slow
def test_a_submission_that_cannot_be_read_is_told_why(outcomes: dict[str, Ran]) -> None:
    assert outcomes["unreadable"].results["output"] == "This submission cannot be read: work.py is no text in UTF-8."


@pytest.mark.slow
def test_staff_reads_how_it_went_and_students_nothing_of_that(outcomes: dict[str, Ran]) -> None:
    one = outcomes["wrong"]
    assert "Isolation: strict" in one.told
    assert "The assignment is worth 7.5 here, and 20.0 on Gradescope" in one.told
    assert json.loads(one.told.splitlines()[-1])["submission"] == "Ada"
    assert one.results["stdout_visibility"] == "hidden"


@pytest.mark.slow
def test_all_processes_together_stay_within_what_gradescope_gives(
    outcomes: dict[str, Ran], container: list[Path], record_property: Callable[[str, object], None]
) -> None:
    if not container:
        pytest.skip("no control group can be made here")
    peak = int((container[0] / "memory.max_usage_in_bytes").read_text()) // MEBI
    record_property("peak MiB of two graders at once in a container of Gradescope's size", peak)
    assert int((container[0] / "memory.failcnt").read_text()) == 0 or peak <= MEMORY // MEBI
    assert len(outcomes) == 4 + len(HOSTILE)


# Not graded.


def is_not_graded(one: Ran) -> bool:
    return one.code == 0 and "score" not in json.dumps(validated(one.results)).replace("no score", "") and "Not graded" in one.told


@pytest.mark.slow
def test_a_grader_whose_time_is_up_leaves_results_without_a_score(grader: dict[str, str], tmp_path: Path) -> None:
    sleeps = "import time\ndef out_size(n, k, p=0, s=1, d=1): time.sleep(60)\n"
    one = ran({**laid_out(grader, tmp_path / "a", {"work.py": sleeps}), "CONVGRADE_SECONDS": "2"})
    assert is_not_graded(one), one
    assert "longer than the 2 seconds" in one.told


@pytest.mark.slow
def test_a_grader_that_is_killed_leaves_results_without_a_score(grader: dict[str, str], tmp_path: Path) -> None:
    environment = laid_out(grader, tmp_path / "a", {"work.py": "import time\ndef out_size(n, k, p=0, s=1, d=1): time.sleep(60)\n"})
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(ran, environment)
        ours = f"convgrade.systems.autograder\0{environment['CONVGRADE_ROOT']}\0".encode()
        while not (found := [pid for pid in Path("/proc").glob("[0-9]*") if is_ours(pid, ours)]):
            assert not running.done()
            time.sleep(0.02)
        os.kill(int(found[0].name), signal.SIGKILL)
        one = running.result(30)
    assert is_not_graded(one), one
    assert "ended from outside" in one.told


def is_ours(process: Path, words: bytes) -> bool:
    with contextlib.suppress(OSError):
        return (process / "cmdline").read_bytes().endswith(words) and b"timeout" not in (process / "cmdline").read_bytes()
    return False


@pytest.mark.slow
def test_a_disk_that_is_full_leaves_results_without_a_score(grader: dict[str, str], tmp_path: Path) -> None:
    environment = laid_out(grader, tmp_path / "a", {"work.py": SIZE})
    root = environment["CONVGRADE_ROOT"]
    (tmp_path / "a" / "results" / ".results.json.part").touch()
    made = subprocess.run(
        ["bash", "-c", f"ulimit -S -f 1; exec {root}/source/run_autograder"], env=environment, capture_output=True, text=True, timeout=60
    )
    assert is_not_graded(Ran(json.loads(Path(root, "results", "results.json").read_text("utf-8")), made.stdout, made.returncode, tmp_path)), (
        made.stdout
    )


@pytest.mark.slow
def test_a_kit_that_is_not_whole_grades_nobody(grader: dict[str, str], tmp_path: Path) -> None:
    environment = laid_out(grader, tmp_path / "a", {"work.py": SIZE})
    (tmp_path / "a" / "source").unlink()
    shutil.copytree(Path(grader["CONVGRADE_ROOT"]) / "source", tmp_path / "a" / "source")
    (tmp_path / "a" / "source" / "instructor" / "record.json").unlink()
    one = ran(environment)
    assert is_not_graded(one), one
    assert "no instructor kit" in one.told


def test_an_image_without_a_python_that_is_new_enough_is_not_built(released: Path, tmp_path: Path) -> None:
    unpack(released / "gradescope.zip", tmp_path / "source")
    (tmp_path / "bin").mkdir()
    for name in ("bash", "cat", "mkdir", "tail"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    environment = {"PATH": str(tmp_path / "bin"), "CONVGRADE_ROOT": str(tmp_path), "CONVGRADE_PLACE": str(tmp_path / "place")}
    made = subprocess.run(
        [str(tmp_path / "bin" / "bash"), str(tmp_path / "source" / "setup.sh")], env=environment, capture_output=True, text=True, timeout=60
    )
    assert made.returncode == 1
    assert "no Python 3.11 or later can be had here" in made.stderr


def test_where_students_code_cannot_be_kept_apart_nobody_is_graded(
    released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "instructor").symlink_to(released / "instructor")
    (tmp_path / "submission").mkdir()
    monkeypatch.setattr(Zygotes, "strongest", Zygotes)
    assert main([str(tmp_path)]) == 1
    assert "everything this user may do" in capsys.readouterr().out
    assert not (tmp_path / "results").exists()
    monkeypatch.setenv("CONVGRADE_ISOLATION", "auto")
    assert main([str(tmp_path)]) == 0
    assert (tmp_path / "results" / "results.json").exists()


# What students see.

ASSIGNMENT = Assignment("Sizes", "sizes", {"out_size": Points(2.0)}, {"q101": 1.0}, secret_seed=7)
EXERCISES = find()
PUBLIC, SECRET = ({"name": "agrees_with_the_reference", "kind": "value", "visibility": v, "cases": 3} for v in ("public", "secret"))
BANKS = [{"visibility": v, "hash": h * 64} for v, h in (("public", "a"), ("secret", "b"))]
OF_A_SECRET_CASE = {
    "message": "Your result is 4; it should be 5.",
    "counterexample": {"property": "agrees_with_the_reference", "call": "out_size(987, 6)"},
}
CASES: dict[str, Report] = {
    "passed": {"verdict": "passed", "score": 2.0, "properties": [{**PUBLIC, "passed": True}, {**SECRET, "passed": True}]},
    "only public": {"verdict": "not_yet", "properties": [{**PUBLIC, "passed": True}, {**SECRET, "passed": False}], **OF_A_SECRET_CASE},
    "neither": {"verdict": "not_yet", "properties": [{**PUBLIC, "passed": False}, {**SECRET, "passed": False}], **OF_A_SECRET_CASE},
    "ungraded": {"verdict": "ungraded", "message": "It needs torch, which is not installed here."},
}


@pytest.fixture
def results(report_of: Callable[..., Report]) -> Callable[..., Report]:
    def make(case: str, shown: Shown = ASSIGNMENT.shown, **more: Any) -> Report:
        question = {"question": "q101", "verdict": "passed", "score": 1.0, "max_score": 1.0, "message": "That is right."}
        told = {"max_score": 2.0, "score": 0.0, **CASES[case]}
        report = report_of("ada", {"out_size": told}, banks=BANKS, questions=[question], **more)
        return results_of(report, replace(ASSIGNMENT, shown=shown), EXERCISES, 1.5)

    return make


def seen_at(results: Report, *times: str) -> str:
    return json.dumps([results["output"], *(one for one in results["tests"] if one["visibility"] in times)])


def test_what_is_shown_when_is_what_the_assignment_says(results: Callable[..., Report]) -> None:
    made = results("passed", Shown("visible", "after_due_date", "after_published"))
    assert [(one["name"], one["visibility"], one["status"]) for one in made["tests"]] == [
        ("out_size: public cases", "visible", "passed"),
        ("out_size: secret cases", "after_published", "passed"),
        ("out_size: points", "after_due_date", "passed"),
        ("q101", "visible", "passed"),
        ("q101: points", "after_due_date", "passed"),
    ]
    assert [one["number"] for one in made["tests"]] == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    assert points(made) == {"out_size": (2, 2), "q101": (1, 1)}


def test_that_secret_cases_do_not_hold_is_not_seen_before_its_time(results: Callable[..., Report]) -> None:
    made = results("only public")
    first = seen_at(made, "visible")
    assert "passed" in first
    assert "not right" not in first
    assert "its answer is not right yet" in seen_at(made, "after_published")


@pytest.mark.parametrize("case", ["only public", "neither"])
def test_no_secret_case_is_in_the_results(case: str, results: Callable[..., Report]) -> None:
    made = json.dumps(results(case))
    if case == "only public":
        assert "987" not in made
        assert "it should be 5" not in made
    assert "bbbb" not in made


def test_a_function_to_be_mended_first_is_named_only_if_public_cases_say_so(report_of: Callable[..., Report]) -> None:
    other = {**CASES["neither"], "blocked_by": ["out_size"], "message": "Fix `out_size` first, which it uses. Your result is 4; it should be 5."}
    report = report_of("ada", {"out_size": CASES["only public"], "same_pads": other}, banks=BANKS)
    assert "Fix" not in seen_at(results_of(report, ASSIGNMENT, EXERCISES, 1.0), "visible")


def test_what_was_not_graded_leaves_no_score_anywhere_and_says_so(results: Callable[..., Report]) -> None:
    made = results("ungraded")
    assert points(made) == {}
    assert "could not be graded" in made["output"]
    assert "needs torch" in seen_at(made, "visible")


def test_points_that_are_never_shown_keep_the_sum_from_being_shown_before_grades_are(results: Callable[..., Report]) -> None:
    made = results("passed", Shown(score="hidden"))
    assert [one["visibility"] for one in made["tests"] if "score" in one] == ["hidden", "hidden"]
    assert made["tests"][-1]["visibility"] == "after_published"


def test_what_is_shown_at_once_stands_in_one_line(report_of: Callable[..., Report]) -> None:
    public = replace(ASSIGNMENT, secret_seed=None, shown=Shown(score="visible"))
    made = results_of(report_of("ada", {"out_size": "passed"}, banks=BANKS[:1]), public, EXERCISES, 1.0)
    assert [(one["name"], one["score"]) for one in made["tests"]] == [("out_size", 1.0)]


def test_an_assignment_of_questions_alone_has_results(report_of: Callable[..., Report]) -> None:
    question = {"question": "q101", "verdict": "not_yet", "score": 0.0, "max_score": 1.0, "message": "That is not it yet."}
    made = results_of(report_of("ada", {}, questions=[question], verdict="not_yet"), replace(ASSIGNMENT, exercises={}), {}, 1.0)
    assert made["tests"][0]["output"] == "That is not it yet."


def test_what_a_student_wrote_reaches_the_page_as_plain_text(report_of: Callable[..., Report]) -> None:
    rude = "It raises E: \x1b[2J\u202e<script>\ud800"
    entry = {"verdict": "error", "properties": [{**PUBLIC, "passed": False}], "message": rude}
    made = results_of(report_of("ada", {"out_size": entry}, banks=BANKS[:1], message="0 of 1 passed; left out: \x07.py"), ASSIGNMENT, EXERCISES, 1.0)
    text = made["output"] + "".join(one["output"] for one in made["tests"])
    assert all(c.isprintable() or c == "\n" for c in text)
    assert {made["output_format"], made["test_output_format"], made["test_name_format"]} == {"text"}


def test_results_of_another_form_are_refused() -> None:
    made = not_graded(Shown())
    for wrong in ({"execution_time": "1.5"}, {"visibility": "never"}, {"tests": []}, {"tests": [{**made["tests"][0], "score": 1}]}):
        with pytest.raises(fastjsonschema.JsonSchemaValueException):
            validated({**made, **wrong})


# What a container leaves.


def bounded(folder: Path, groups: str, files: dict[str, str]) -> int:
    (folder / "mine").write_text(groups)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return memory_here(folder, folder / "mine")


@pytest.mark.parametrize(
    ("groups", "files", "bound"),
    [
        ("0::/\n", {"memory.max": f"{MEMORY}\n"}, MEMORY),
        ("0::/a/b\n", {"a/memory.max": f"{MEMORY}\n", "a/b/memory.max": "max\n"}, MEMORY),
        ("4:memory:/docker/x\n0::/\n", {"memory/memory.limit_in_bytes": f"{MEMORY}\n"}, MEMORY),
        ("4:memory:/x\n", {"memory/memory.limit_in_bytes": "9223372036854771712\n", "memory/x/memory.limit_in_bytes": "1048576\n"}, 1048576),
        ("0::/\n", {"memory.max": "max\n"}, 0),
        ("", {}, 0),
    ],
)
def test_the_memory_of_a_container_is_read_of_its_control_group(groups: str, files: dict[str, str], bound: int, tmp_path: Path) -> None:
    assert bounded(tmp_path, groups, files) == bound


@pytest.mark.parametrize(("room", "memory"), [(MEMORY, 512 * MEBI), (0, 1024 * MEBI), (4096 * MEBI, 1024 * MEBI), (100 * MEBI, 192 * MEBI)])
def test_a_function_gets_the_memory_of_the_assignment_or_what_is_left(room: int, memory: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convgrade.systems.container.memory_here", lambda: room)
    assert fitted(Limits(), 540, 3).memory == memory


def test_sleepers_are_waited_for_no_longer_than_there_is_time_for_all() -> None:
    assert [fitted(Limits(), 540, number).patience for number in (1, 9, 18, 100)] == [10, 6, 4, 4]


# What Gradescope lays down.


def test_one_archive_is_what_was_handed_in_and_several_files_are_it_together(tmp_path: Path) -> None:
    (tmp_path / "work.zip").touch()
    (tmp_path / ".DS_Store").touch()
    assert handed_in(tmp_path) == tmp_path / "work.zip"
    (tmp_path / "work.py").touch()
    assert handed_in(tmp_path) == tmp_path


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"users": [{"name": 3}, 4]}', '{"users": 5}', "[" * 100_000])
def test_metadata_that_say_nothing_do_no_harm(text: str, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text(text)
    assert name_in(metadata_in(tmp_path / "m.json")) == "submission"
