"""Pages on disk: which are written, and when again."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from convgrade.exercise import find
from convgrade.pool import Call, Lost
from convgrade.publishing import write_class, write_submissions
from convgrade.store import keep_patterns

Report = dict[str, Any]
EXERCISES = {"corr2d": find()["corr2d"]}


class Here:
    """A pool that calls in this very process, or loses every call."""

    def __init__(self, loses: bool = False) -> None:
        self.asked: list[str] = []
        self.loses = loses

    def map(self, function: Callable[..., Any], calls: Iterable[Call]) -> Iterator[tuple[str, Any]]:
        for name, arguments in calls:
            self.asked.append(name)
            yield name, Lost if self.loses else function(*arguments)

    def close(self) -> None: ...


@pytest.fixture
def out(report_of: Callable[..., Report], tmp_path: Path) -> Path:
    """A folder with the reports of three submissions."""
    for name in ("ada", "ben", "eve"):
        change(tmp_path, name, report_of(name, {"corr2d": "missing"}))
    return tmp_path


def change(out: Path, name: str, report: Report) -> None:
    (out / "reports").mkdir(exist_ok=True)
    (out / "reports" / f"{name}.json").write_text(json.dumps({**report, "fingerprint": "0" * 64}))


def publish(out: Path, exercises: Any = EXERCISES, loses: bool = False) -> list[str]:
    """Write pages; whose had to be written."""
    pool, files = Here(loses), {name: name for name in ("ada", "ben", "eve")}
    assert sorted(name for name, _ in write_submissions(pool, out, files, exercises)) == ["ada", "ben", "eve"]
    write_class(out, files, exercises)
    return pool.asked


def written(out: Path) -> dict[str, int]:
    return {str(path.relative_to(out)): path.stat().st_ino for path in out.rglob("*.html")}  # a page is never written in place


def test_every_submission_gets_a_page_for_staff_and_one_for_its_student(out: Path) -> None:
    publish(out)
    pages = {f"{folder}/{name}.html" for folder in ("reports", "feedback") for name in ("ada", "ben", "eve")}
    assert set(written(out)) == pages | {"index.html"}


def test_pages_that_are_there_are_not_written_again(out: Path) -> None:
    publish(out)
    before = written(out)
    assert publish(out) == []
    assert written(out) == before


def test_a_changed_report_changes_its_own_pages_and_that_of_the_class(out: Path, report_of: Callable[..., Report]) -> None:
    publish(out)
    before = written(out)
    change(out, "ben", report_of("ben", {"corr2d": "passed"}))
    assert publish(out) == ["ben"]
    assert {name for name, inode in written(out).items() if before[name] != inode} == {"reports/ben.html", "feedback/ben.html", "index.html"}


def test_a_page_that_was_cut_short_is_written_again(out: Path) -> None:
    publish(out)
    page = out / "feedback" / "eve.html"
    whole = page.read_text()
    page.write_text(whole[:1000])
    assert publish(out) == ["eve"]
    assert page.read_text() == whole


def test_pages_are_written_again_when_exercises_look_otherwise(out: Path) -> None:
    publish(out)
    assert publish(out, {**EXERCISES, "pool": find()["pool"]}) == ["ada", "ben", "eve"]


def test_patterns_that_come_to_be_alike_change_the_page_of_the_class_alone(out: Path, report_of: Callable[..., Report]) -> None:
    for name in ("ada", "ben"):
        change(out, name, report_of(name, {"corr2d": "not_yet"}))
    publish(out)
    before = written(out)
    for name in ("ada", "ben"):
        keep_patterns(out, name, "0" * 64, {"corr2d": "1"})
    keep_patterns(out, "eve", "1" * 64, {"corr2d": "1"})  # of an earlier report
    publish(out)
    assert {name for name, inode in written(out).items() if before[name] != inode} == {"index.html"}
    alike = (out / "index.html").read_text().partition("Wrong alike</h2>")[2].partition("</ul>")[0]
    assert [name for name in ("ada", "ben", "eve") if f"reports/{name}.html" in alike] == ["ada", "ben"]


def test_a_page_whose_process_dies_is_written_all_the_same(out: Path) -> None:
    publish(out, loses=True)
    assert len(written(out)) == 7
