"""A class: what is graded, how often, and how much of it is held at once."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from convgrade import coursework, processes, regrading
from convgrade.bank import Bank, load
from convgrade.classroom import found_names, grade_class, submissions_in
from convgrade.coursework import Course
from convgrade.exercise import digest, find
from convgrade.frameworks import Zygotes
from convgrade.grading import grade_with_answers
from convgrade.limits import Limits
from convgrade.pool import AHEAD, Call, Lost, Pool
from convgrade.questions import mark, questions
from convgrade.report import blocked
from convgrade.rows import Row
from convgrade.scoring import Points, Worth
from convgrade.store import kept_patterns
from convgrade.submission import read

RIGHT = """
def out_size(n, k, p=0, s=1, d=1):
    window = d * (k - 1) + 1
    if window > n + 2 * p: raise ValueError("window")
    return (n + 2 * p - window) // s + 1
"""
RAISES = "def out_size(n, k, p=0, s=1, d=1):\n    return n[0]\n"


class Here:
    """A pool that calls in this very process, and notes for whom, and for what."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.wanted: list[list[str]] = []
        self.kept: list[list[str]] = []

    def map(self, function: Callable[..., Any], calls: Iterable[Call]) -> Iterator[tuple[str, Any]]:
        for name, arguments in calls:
            self.asked.append(name)
            self.wanted.append(list(arguments[2]))
            self.kept.append([entry["exercise"] for entry in arguments[4]] if len(arguments) > 4 else [])
            yield name, function(*arguments)


@pytest.fixture
def course(banks: dict[str, Bank], zygotes: Zygotes, monkeypatch: pytest.MonkeyPatch) -> Course:
    names = ("corr2d", "out_size")
    made = Course({n: find()[n] for n in names}, {n: [banks[n]] for n in names}, Limits(), zygotes.isolation)
    monkeypatch.setattr(processes, "_course", made)
    monkeypatch.setattr(processes, "_zygotes", zygotes)
    return made


def submissions(folder: Path, **texts: str) -> dict[str, Path]:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text, "utf-8")
    return submissions_in([folder], folder / "out")


def graded(course: Course, handed_in: dict[str, Path], out: Path) -> tuple[dict[str, Row], list[str]]:
    pool = Here()
    rows = {name: row for name, row, _ in grade_class(pool, course, handed_in, ["out_size"], out)}  # type: ignore[arg-type]
    return rows, pool.asked


def test_what_is_handed_in_twice_is_graded_once(course: Course, tmp_path: Path) -> None:
    rows, asked = graded(course, submissions(tmp_path / "in", ada=RIGHT, ben=RIGHT, eve=RIGHT + "\n"), tmp_path / "out")
    assert asked == ["ada.py", "eve.py"]
    assert {name: row.verdict for name, row in rows.items()} == {"ada.py": "passed", "ben.py": "passed", "eve.py": "passed"}
    assert [row.submission for row in rows.values()] == list(rows)


def test_a_copy_whose_message_names_its_file_is_graded_for_itself(course: Course, tmp_path: Path) -> None:
    rows, asked = graded(course, submissions(tmp_path / "in", ada=RAISES, ben=RAISES), tmp_path / "out")
    assert asked == ["ada.py", "ben.py"]
    assert all(f"in {name}, line 2" in row.cells[0].message for name, row in rows.items())


def test_a_copy_is_not_graded_again_either(course: Course, tmp_path: Path) -> None:
    handed_in = submissions(tmp_path / "in", ada=RIGHT, ben=RIGHT)
    before, _ = graded(course, handed_in, tmp_path / "out")
    assert graded(course, handed_in, tmp_path / "out") == (before, [])


def test_a_changed_submission_is_graded_again_and_no_other(course: Course, tmp_path: Path) -> None:
    handed_in = submissions(tmp_path / "in", ada=RIGHT, ben=RAISES)
    graded(course, handed_in, tmp_path / "out")
    (tmp_path / "in" / "ben.py").write_text(RIGHT + "# mended\n", "utf-8")
    rows, asked = graded(course, handed_in, tmp_path / "out")
    assert (asked, rows["ben.py"].verdict) == (["ben.py"], "passed")


ODD = RIGHT.replace("// s + 1", "// s + 1 + n % 3")


def test_what_tells_mistakes_that_are_alike_is_kept_beside_the_report_until_it_changes(course: Course, tmp_path: Path) -> None:
    handed_in = submissions(tmp_path / "in", ada=RIGHT, ben=ODD, eve="# otherwise\n" + ODD)
    graded(course, handed_in, tmp_path / "out")
    marks = [json.loads((tmp_path / "out" / "reports" / f"{name}.json").read_text())["fingerprint"] for name in handed_in]
    ada, ben, eve = (kept_patterns(tmp_path / "out", name, mark) for name, mark in zip(handed_in, marks, strict=True))
    assert (ada, ben, list(ben)) == ({}, eve, ["out_size"])
    (tmp_path / "in" / "ben.py").write_text(RIGHT, "utf-8")
    graded(course, handed_in, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out" / "patterns").iterdir()] == ["eve.py.json"]


BOTH = (
    RIGHT
    + """
import numpy as np
def corr2d(X, K):
    n = out_size(X.shape[0], K.shape[0]), out_size(X.shape[1], K.shape[1])
    return np.array([[(X[i:i+K.shape[0], j:j+K.shape[1]] * K).sum() for j in range(n[1])] for i in range(n[0])])
"""
)
BOTH_ODD = BOTH.replace("// s + 1", "// s + 1 + n % 3")


def reports_of(out: Path) -> dict[str, Any]:
    held = {file.name: json.loads(file.read_text("utf-8")) for file in sorted((out / "reports").iterdir())}
    for report in held.values():
        for entry in report["exercises"]:
            del entry["seconds"]
    return held


def test_of_a_corrected_exercise_alone_is_judged_again(course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the outcome is that of grading all of it: what is to be mended first, patterns and fingerprints included."""
    handed_in = submissions(tmp_path / "in", ada=BOTH, ben=BOTH_ODD, cyd=BOTH_ODD, eve=RIGHT, dan="out_size = 1 +")
    judged: list[tuple[str, list[str]]] = []

    def noting(submission: Any, exercises: Any, *rest: Any) -> Any:
        found = grade_with_answers(submission, exercises, *rest)
        judged.append((submission.name, [one.exercise.name for one in found.judgements]))
        return found

    monkeypatch.setattr(coursework, "grade_with_answers", noting)
    graded_all = [row for _, row, _ in grade_class(Here(), course, handed_in, ["corr2d", "out_size"], tmp_path / "out")]  # type: ignore[arg-type]
    assert judged == [(name, ["corr2d", "out_size"]) for name in ("ada.py", "ben.py", "dan.py", "eve.py")]
    judged.clear()
    monkeypatch.setattr(regrading, "digest", lambda exercise: f"{exercise.name} corrected" if exercise.name == "out_size" else digest(exercise))
    again = [row for _, row, _ in grade_class(Here(), course, handed_in, ["corr2d", "out_size"], tmp_path / "out")]  # type: ignore[arg-type]
    assert judged == [(name, ["out_size"]) for name in ("ada.py", "ben.py", "dan.py", "eve.py")]
    assert {row.submission: row for row in again} == {row.submission: row for row in graded_all}
    list(grade_class(Here(), course, handed_in, ["corr2d", "out_size"], tmp_path / "anew"))  # type: ignore[arg-type]
    assert reports_of(tmp_path / "out") == reports_of(tmp_path / "anew")
    patterns = [{file.name: file.read_bytes() for file in (tmp_path / out / "patterns").iterdir()} for out in ("out", "anew")]
    assert patterns[0] == patterns[1]


def test_what_blocks_is_named_in_the_order_of_the_course_whatever_is_judged_again(course: Course, zygotes: Zygotes, tmp_path: Path) -> None:
    wrong = "def conv_shape(*a): return out_size(1, 1) + same_pads(1, 1)\ndef out_size(*a): return 0\ndef same_pads(*a): return 0\n"
    (tmp_path / "ada.py").write_text(wrong, "utf-8")
    names = ("same_pads", "out_size", "conv_shape")
    asked = {n: find()[n] for n in names}, {n: [load(find()[n].bank)] for n in names}
    anew = grade_with_answers(read(tmp_path / "ada.py"), *asked, zygotes, Limits(), {}, (), ())
    again = grade_with_answers(read(tmp_path / "ada.py"), *asked, zygotes, Limits(), {"out_size": "not_yet"}, (), ())
    assert [one.exercise.name for one in again.judgements] == ["same_pads", "conv_shape"]
    assert anew.blocked_by["conv_shape"] == again.blocked_by["conv_shape"] == ["same_pads", "out_size"]


def test_what_is_to_be_mended_first_is_told_anew() -> None:
    entry = {"exercise": "corr2d", "message": "Fix `out_size` first, which it uses. So it is.", "blocked_by": ["out_size"]}
    free = blocked(entry, [])
    assert (free["message"], free["blocked_by"]) == ("So it is.", [])
    assert blocked(free, ["out_size"]) == entry


def test_other_points_are_given_without_a_second_look_at_the_rest(course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed_in = submissions(tmp_path / "in", ada=BOTH)
    list(grade_class(Here(), course, handed_in, ["corr2d", "out_size"], tmp_path / "out"))  # type: ignore[arg-type]
    dear = replace(course, worth=Worth({"corr2d": Points(5)}))
    monkeypatch.setattr(processes, "_course", dear)
    pool = Here()
    ((_, row, _),) = grade_class(pool, dear, handed_in, ["corr2d", "out_size"], tmp_path / "out")  # type: ignore[arg-type]
    assert (row.score, row.max_score) == (6, 6)
    assert pool.kept == [["out_size"]]


def test_exercises_are_looked_for_until_they_are_found(course: Course, tmp_path: Path) -> None:
    pool = Here()
    both = RIGHT + "def corr2d(X, K): pass\n"
    found = found_names(pool, course, submissions(tmp_path / "in", ada=RIGHT, ben=both, eve=both))  # type: ignore[arg-type]
    assert (found, pool.wanted) == ({"corr2d", "out_size"}, [["corr2d", "out_size"], ["corr2d"], []])


def test_questions_that_somebody_answers_are_found(course: Course, tmp_path: Path) -> None:
    handed_in = submissions(tmp_path / "in", ada="q101 = 43\nq102 = int(17)", ben="q101 = 1; q103 = [1]", eve="# q104 = 4\nq105 = None\nprint(q106)")
    assert found_names(Here(), course, handed_in) == {"q101", "q103"}  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["x = 1", "q101 = None\n", "# q101 = 43", "q1010 = 43", "q101 = None\r\nq102=None  \r\n"])
def test_a_text_that_answers_nothing_needs_no_worker(text: str, course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coursework, "scan", None)
    handed_in = submissions(tmp_path / "in", ada=text)
    assert found_names(Here(), course, handed_in) == set()  # type: ignore[arg-type]


def test_a_submission_is_graded_again_if_the_key_of_a_question_has_changed(course: Course, tmp_path: Path) -> None:
    handed_in = submissions(tmp_path / "in", ada="q101 = 43", ben="q101 = 29")
    asked = questions()["q101"]
    results = []
    for key in (asked, asked, replace(asked, right=(mark("q101", "29"),), wrong={})):
        pool = Here()
        rows = [row for _, row, _ in grade_class(pool, course, handed_in, [], tmp_path / "out", [key])]  # type: ignore[arg-type]
        results.append((pool.asked, [row.score for row in rows]))
    assert results == [(["ada.py", "ben.py"], [1.0, 0.0]), ([], [1.0, 0.0]), (["ada.py", "ben.py"], [0.0, 1.0])]


def test_a_name_in_a_comment_is_no_exercise(course: Course, tmp_path: Path) -> None:
    assert found_names(Here(), course, submissions(tmp_path / "in", ada="# corr2d\n" + RIGHT)) == {"out_size"}  # type: ignore[arg-type]


def test_a_pool_takes_no_more_calls_than_it_can_soon_make() -> None:
    pool, taken = Pool(1, dict, ()), 0

    def calls() -> Iterator[Call]:
        nonlocal taken
        for number in range(50):
            taken += 1
            yield str(number), (number,)

    try:
        results = pool.map(abs, calls())
        ahead = [taken - int(name) for name, _ in results]
    finally:
        pool.close()
    assert max(ahead) <= 2 * AHEAD
    assert len(ahead) == 50


def test_a_call_that_ends_its_process_is_lost_alone() -> None:
    pool = Pool(2, dict, ())
    try:
        results = dict(pool.map(eval, ((str(number), ("__import__('os')._exit(1)" if number == 3 else str(number),)) for number in range(30))))
    finally:
        pool.close()
    assert results == {str(number): Lost if number == 3 else number for number in range(30)}
