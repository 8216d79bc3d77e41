"""Grading a class: many submissions, one folder of reports, and no more work than is needed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .coursework import Course
from .pool import Call, Grading, Lost
from .processes import grade_here, look
from .regrading import Record, Standards, entries_before, keep, looked_up, standards_of
from .report import Report, our_fault
from .rows import Row
from .store import safe_names

if TYPE_CHECKING:
    from .questions import Question

DIED = "the process that graded it died"


def submissions_in(paths: Sequence[Path], out: Path) -> dict[str, Path]:
    """Every submission by its name: each child of a folder, or a file given directly; the same name twice is numbered.

    The folder of reports is none, wherever it lies.
    """
    found: dict[str, Path] = {}
    for path in paths:
        inside = path.is_dir() and not path.is_symlink()
        for one in sorted(p for p in path.iterdir() if not p.name.startswith((".", "__"))) if inside else [path]:
            if one.resolve() == out.resolve():
                continue
            name, number = one.name, 2
            while name in found:
                name, number = f"{one.name} ({number})", number + 1
            found[name] = one
    return found


def found_names(pool: Grading, course: Course, submissions: Mapping[str, Path]) -> set[str]:
    """The exercises that at least one submission holds, and the names of questions that one answers; each is looked for only until it is found."""
    found: set[str] = set()

    def calls() -> Iterator[Call]:
        for name, path in submissions.items():
            wanted = [exercise for exercise in course.exercises if exercise not in found]
            yield name, (name, path, wanted, sorted(found.difference(course.exercises)))

    for _, names in pool.map(look, calls()):
        found |= set() if names is Lost else set(names)
    return found


def grade_class(
    pool: Grading, course: Course, submissions: Mapping[str, Path], chosen: Sequence[str], out: Path, asked: Sequence["Question"] = ()
) -> Iterator[tuple[str, Row, bool]]:
    """Grade what is not graded yet; gives each submission's name and row as its report is there, and whether it is new.

    Those that are the same to the byte are graded once, and of those graded before only the exercises that have changed since.
    """
    files, standards = safe_names(submissions), standards_of(course, chosen, asked)
    alike: dict[tuple[str, ...], list[Record]] = {}
    for name, path in submissions.items():
        record = looked_up(name, path, out, files[name], standards)
        if record.row:
            yield name, record.row, False
        else:
            alike.setdefault((record.identity, *record.valid), []).append(record)
    copies = {first: others for first, *others in alike.values()}
    alone: list[Record] = []
    for record, report in reports_on(copies, pool, course, standards, chosen, asked):
        yield record.name, keep(record, report, standards), True
        for other in copies[record]:
            if may_be_copied(report, record.name):
                yield other.name, keep(other, report, standards), True
            else:
                alone.append(other)
    for record, report in reports_on(alone, pool, course, standards, chosen, asked):
        yield record.name, keep(record, report, standards), True


def reports_on(
    records: Iterable[Record], pool: Grading, course: Course, standards: Standards, chosen: Sequence[str], asked: Sequence["Question"]
) -> Iterator[tuple[Record, Report]]:
    """Reports as they come; what still holds of an earlier one is read when its submission's turn comes, and not held until then."""
    by_name, questions = {record.name: record for record in records}, [question.id for question in asked]
    calls = ((name, (name, one.path, chosen, asked, entries_before(one, standards))) for name, one in by_name.items())
    for name, result in pool.map(grade_here, calls):
        yield by_name[name], our_fault(name, DIED, chosen, questions, course.worth) if result is Lost else result


def may_be_copied(report: Report, name: str) -> bool:
    """Whether a report says nothing that holds for its own submission only: no name of a file, and none of our faults."""
    text = json.dumps({**report, "submission": ""}, ensure_ascii=False)
    return name not in text and report["verdict"] != "ungraded"
