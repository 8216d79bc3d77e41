"""The commands as users run them: what they print, how they end, what they leave."""

import csv
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pytest
from nbclient import NotebookClient

from convgrade.exercise import find
from convgrade.questions import questions
from convgrade.report import validated

CLASS = Path(__file__).parent / "sample_class" / "submissions"
GOLDEN = Path(__file__).parent / "golden"
RIGHT = Path(__file__).parent / "solutions" / "right"


def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "convgrade", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **environment})


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["check", "corr3d"], 2, "Did you mean corr2d or"),
        (["check", "corr2d", "nowhere.py"], 2, "There is no nowhere.py."),
        (["check", "corr2d"], 2, "No file here defines corr2d"),
        (["check"], 2, "Missing argument 'NAME'"),
        (["nonsense"], 2, "No such command 'nonsense'"),
        (["grade", "."], 2, "Missing option '--out'"),
        (["grade", ".", "--out", "out"], 2, "There is nothing to grade"),
        (["grade", ".", "--out", "out", "--jobs", "0"], 2, "Invalid value for '--jobs'"),
        (["preview", "nowhere.json"], 2, "There is no nowhere.json."),
        (["preview", "."], 2, "cannot be read: there is no .py or .ipynb file in it."),
        (["bank", "draw"], 2, "--out DIR"),
        (["exercise", "new", "Bad Chapter", "f"], 2, "is no name"),
        (["exercise", "new", "shapes", "corr2d"], 2, "There is an exercise corr2d already."),
        (["watch", "nowhere"], 2, "does not exist"),
        (["hint", "nothing"], 2, "There is no exercise 'nothing'"),
        (["--exercises", ".", "list"], 2, "holds no folder"),
        (["--exercises", ".", "ask"], 2, "holds no folder"),
        (["ask", "q1o1"], 2, "Did you mean"),
        (["ask", "corr2d"], 2, "There is no question 'corr2d'. `convgrade ask` shows all."),
        (["check", "q101"], 2, "convgrade ask q101"),
    ],
)
def test_bad_usage_gets_one_clear_sentence(arguments: list[str], code: int, sentence: str, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["check"],
        ["grade"],
        ["bank", "draw"],
        ["exercise", "new"],
        ["start"],
        ["hint"],
        ["ask"],
        ["watch"],
        ["preview"],
        ["bank", "questions"],
        ["new-assignment"],
    ],
)
def test_every_command_has_help(command: list[str]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout


def test_list_names_every_exercise() -> None:
    assert [name for name in find() if name not in run("list").stdout] == []


def test_start_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "corr2d.py").write_text("mine")
    assert "kept" in run("start", tmp_path).stdout
    assert (tmp_path / "corr2d.py").read_text() == "mine"
    assert {f"{name}.py" for name in find()} | {"questions.py", "exercises.ipynb"} == {p.name for p in tmp_path.iterdir()}


def test_the_notebook_of_start_is_valid_and_not_yet_right(tmp_path: Path) -> None:
    run("start", tmp_path)
    nbformat.validate(nbformat.read(tmp_path / "exercises.ipynb", 4))
    done = run("check", "corr2d", tmp_path / "exercises.ipynb")
    assert done.returncode == 1
    assert "It is not written yet" in done.stdout


@pytest.mark.slow
def test_the_notebook_of_start_runs_in_a_kernel(tmp_path: Path) -> None:
    run("start", tmp_path)
    notebook = nbformat.read(tmp_path / "exercises.ipynb", 4)
    NotebookClient(notebook, kernel_name="python3", timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert sum(cell.cell_type == "code" for cell in notebook.cells) == 1 + 2 * len(find()) + len(questions())


def test_list_shows_what_was_passed(tmp_path: Path) -> None:
    (tmp_path / "corr2d.py").write_text(right_source())
    run("check", "corr2d", cwd=tmp_path, CONVGRADE_STATE=str(tmp_path))
    told = run("list", CONVGRADE_STATE=str(tmp_path)).stdout.splitlines()
    assert "correlation: 1 of 1 point" in told
    assert [line.split()[1] for line in told if line.startswith("  passed")] == ["corr2d"]


def test_check_finds_the_only_file_that_defines_the_function(tmp_path: Path) -> None:
    (tmp_path / "week3.py").write_text(right_source())
    assert run("check", "corr2d", cwd=tmp_path).returncode == 0


def right_source() -> str:
    return next(p for p in sorted((RIGHT / "corr2d").glob("*.py")) if "tensorflow" not in p.read_text()).read_text()


def test_check_asks_which_of_several_files_is_meant(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.py").write_text("def corr2d(X, K): pass")
    done = run("check", "corr2d", cwd=tmp_path)
    assert done.returncode == 2
    assert "a.py, b.py" in done.stderr


def test_check_as_json_prints_a_report_with_one_exercise() -> None:
    done = run("check", "corr2d", GOLDEN / "flipped_corr2d.py", "--json")
    report = validated(json.loads(done.stdout))
    assert done.returncode == 1
    assert [e["exercise"] for e in report["exercises"]] == ["corr2d"]
    assert report["exercises"][0]["misconception"]["name"] == "flips_the_kernel"


def test_the_call_of_a_counterexample_can_be_pasted() -> None:
    import numpy as np

    report = json.loads(run("check", "corr2d", GOLDEN / "flipped_corr2d.py", "--json").stdout)
    example = report["exercises"][0]["counterexample"]
    namespace: dict[str, object] = {"np": np}
    exec((GOLDEN / "flipped_corr2d.py").read_text(), namespace)
    assert eval(example["call"], namespace).tolist() == example["got"]


def test_explore_keeps_right_work_right() -> None:
    done = run("check", "out_size", next(iter(sorted((RIGHT / "out_size").glob("*.py")))), "--explore")
    assert done.returncode == 0, done.stdout


def test_hints_come_one_after_the_other(tmp_path: Path) -> None:
    texts = [run("hint", "corr2d", CONVGRADE_STATE=str(tmp_path)).stdout.splitlines()[0] for _ in range(4)]
    assert texts == ["Hint 1 of 3 for corr2d", "Hint 2 of 3 for corr2d", "Hint 3 of 3 for corr2d", "Hint 3 of 3 for corr2d"]


def test_starting_over_with_the_hints_of_one_exercise_leaves_the_others(tmp_path: Path) -> None:
    for arguments in (["corr2d"], ["pool2d"], ["corr2d", "--again"]):
        run("hint", *arguments, CONVGRADE_STATE=str(tmp_path))
    assert run("hint", "pool2d", CONVGRADE_STATE=str(tmp_path)).stdout.startswith("Hint 2 of 3")


def test_a_stub_takes_nothing_back_of_what_passed(tmp_path: Path) -> None:
    (tmp_path / "corr2d.py").write_text(right_source())
    run("check", "corr2d", cwd=tmp_path, CONVGRADE_STATE=str(tmp_path))
    run("start", tmp_path)
    run("check", "corr2d", tmp_path / "exercises.ipynb", CONVGRADE_STATE=str(tmp_path))
    assert "correlation: 1 of 1 point" in run("list", CONVGRADE_STATE=str(tmp_path)).stdout


def test_a_wrong_helper_is_told_to_be_mended_first(tmp_path: Path) -> None:
    source = (GOLDEN / "unfloored_out_size.py").read_text() + (
        "\n\ndef trace_shapes(in_shape, layers):\n    h, w, c = in_shape\n"
        "    return [(out_size(h, l['kernel']), out_size(w, l['kernel']), l['filters']) for l in layers]\n"
    )
    (tmp_path / "both.py").write_text(source)
    done = run("check", "trace_shapes", "both.py", "--json", cwd=tmp_path)
    entry = json.loads(done.stdout)["exercises"][0]
    assert entry["blocked_by"] == ["out_size"]
    assert entry["message"].startswith("Fix `out_size` first")


def grades(out: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((out / "grades.csv").read_text("utf-8").splitlines()))


def small_class(folder: Path) -> Path:
    """Four quick submissions, one of them with a name no file system should see."""
    folder.mkdir()
    (folder / "right.py").write_text(right_source())
    (folder / "=cmd|calc,\n'x'.py").write_text((GOLDEN / "flipped_corr2d.py").read_text())
    (folder / "RIGHT.py").write_text(right_source())
    (folder / "empty.py").write_text("")
    return folder


def without_seconds(folder: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".json" and path.parent.name == "reports":
            report = json.loads(path.read_text())
            for entry in report["exercises"]:
                del entry["seconds"]
            found[path.name] = json.dumps(report)
        elif path.is_file() and (path.suffix != ".html" or path.parent.name == "feedback"):  # seconds are on the pages for staff
            found[path.name] = re.sub("<!-- [0-9a-f]{64} -->", "", path.read_text())
    return found


def test_grade_writes_reports_a_spreadsheet_and_pages(tmp_path: Path) -> None:
    done = run("grade", small_class(tmp_path / "class"), "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    rows = grades(tmp_path / "out")
    assert {row["submission"]: row["corr2d"] for row in rows} == {"'=cmd|calc, 'x'.py": "0", "RIGHT.py": "1", "empty.py": "0", "right.py": "1"}
    reports = [validated(json.loads(p.read_text())) for p in (tmp_path / "out" / "reports").glob("*.json")]
    assert sorted(report["submission"] for report in reports) == ["=cmd|calc,\n'x'.py", "RIGHT.py", "empty.py", "right.py"]
    named = {p.stem for p in (tmp_path / "out" / "reports").glob("*.json")}
    assert {p.stem for p in (tmp_path / "out" / "reports").glob("*.html")} == {p.stem for p in (tmp_path / "out" / "feedback").iterdir()} == named
    links = re.findall('href="(reports/[^"#]*)', (tmp_path / "out" / "index.html").read_text())
    assert {Path(unquote(link)).stem for link in links} == named


def test_grade_without_pages_writes_reports_and_the_spreadsheet_alone(tmp_path: Path) -> None:
    done = run("grade", small_class(tmp_path / "class"), "--out", tmp_path / "out", "--no-pages")
    assert done.returncode == 0, done.stderr
    assert {p.suffix for p in (tmp_path / "out").rglob("*") if p.is_file()} == {".csv", ".json"}


def test_preview_shows_what_the_student_sees_of_a_report_and_of_a_file(tmp_path: Path) -> None:
    source = GOLDEN / "flipped_corr2d.py"
    (tmp_path / "report.json").write_text(run("check", "corr2d", source, "--json").stdout)
    for place in (tmp_path / "report.json", source):
        done = run("preview", place, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, "flipped_corr2d.py.preview.html\n"), done.stderr
        page = (tmp_path / "flipped_corr2d.py.preview.html").read_text()
        assert "You flip the kernel." in page
        assert "Hint 3 of" in page
        assert "Isolation" not in page


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[", "is no JSON."),
        ("\xff\x00", "is no JSON."),
        ("[" * 100000, "is no JSON."),
        ("[1]", "is no report of schema 1: data must be object."),
        ('{"schema": 2}', "is no report of schema 1"),
    ],
)
def test_preview_says_what_is_wrong_with_a_report(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "bad.json").write_text(text, "latin-1")
    done = run("preview", "bad.json", cwd=tmp_path)
    assert (done.returncode, sentence in done.stderr, "Traceback" in done.stderr) == (2, True, False), done.stderr
    assert len(done.stderr) < 300


def test_names_that_differ_in_case_only_get_files_that_differ_in_more(tmp_path: Path) -> None:
    run("grade", small_class(tmp_path / "class"), "--out", tmp_path / "out")
    names = [p.name.lower() for p in (tmp_path / "out" / "reports").glob("*.json")]
    assert len(set(names)) == len(names) == 4


def test_long_names_and_the_same_name_twice_are_told_apart(tmp_path: Path) -> None:
    for folder, source in (("a", right_source()), ("b", (GOLDEN / "flipped_corr2d.py").read_text())):
        (tmp_path / folder).mkdir()
        for name in ("same.py", "x" * 252 + ".py", "@sum(1).py"):
            (tmp_path / folder / name).write_text(source)
    run("grade", tmp_path / "a", tmp_path / "b", "--out", tmp_path / "out")
    scores = {row["submission"]: row["score"] for row in grades(tmp_path / "out")}
    long = "x" * 252 + ".py"
    assert scores == {"same.py": "1", "same.py (2)": "0", long: "1", f"{long} (2)": "0", "'@sum(1).py": "1", "'@sum(1).py (2)": "0"}


def test_isolation_is_required_or_given_up_in_so_many_words(tmp_path: Path) -> None:
    folder = small_class(tmp_path / "class")
    done = run("grade", folder, "--out", tmp_path / "out", "--isolation", "off")
    assert (done.returncode, "--i-trust-these-submissions" in done.stderr) == (2, True)
    run("grade", folder, "--out", tmp_path / "out", "--isolation", "off", "--i-trust-these-submissions")
    report = next((tmp_path / "out" / "reports").glob("*.json"))
    assert json.loads(report.read_text())["isolation"] == "portable"


def test_what_is_graded_is_not_graded_again(tmp_path: Path) -> None:
    folder = small_class(tmp_path / "class")
    run("grade", folder, "--out", tmp_path / "out")
    before = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out" / "reports").glob("*.json")}
    (folder / "right.py").write_text((GOLDEN / "flipped_corr2d.py").read_text())
    run("grade", folder, "--out", tmp_path / "out")
    after = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out" / "reports").glob("*.json")}
    assert sorted(name for name in after if after[name] != before[name]) == [next(n for n in after if n.startswith("right.py"))]


def test_two_graders_do_not_write_into_one_folder(tmp_path: Path) -> None:
    from convgrade.store import locked

    with locked(tmp_path / "out"):
        done = run("grade", small_class(tmp_path / "class"), "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "is being graded into by process" in done.stderr


def test_a_submission_that_kills_itself_stops_nobody_else(tmp_path: Path) -> None:
    folder = small_class(tmp_path / "class")
    (folder / "bomb.py").write_text("import os\ndef corr2d(X, K):\n    os.kill(os.getppid(), 9)\n    os._exit(0)\n")
    run("grade", folder, "--out", tmp_path / "out")
    scores = {row["submission"]: row["score"] for row in grades(tmp_path / "out")}
    assert (scores["right.py"], scores["RIGHT.py"], scores["bomb.py"]) == ("1", "1", "0")


@pytest.mark.slow
def test_a_grader_killed_at_any_moment_goes_on_to_the_same_reports(tmp_path: Path) -> None:
    folder = small_class(tmp_path / "class")
    for i in range(12):
        (folder / f"more{i}.py").write_text(right_source() + f"\n# {i}\n")
    start = time.perf_counter()
    run("grade", folder, "--out", tmp_path / "whole")
    whole = time.perf_counter() - start
    for _ in range(10):
        command = [sys.executable, "-m", "convgrade", "grade", str(folder), "--out", str(tmp_path / "killed")]
        grader = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            grader.wait(random.uniform(0.1, whole / 2))
        except subprocess.TimeoutExpired:
            os.kill(grader.pid, signal.SIGKILL)
            grader.wait()
    assert run("grade", folder, "--out", tmp_path / "killed").returncode == 0
    killed = without_seconds(tmp_path / "killed")
    assert {n: t for n, t in killed.items() if not n.endswith(".part")} == without_seconds(tmp_path / "whole")
