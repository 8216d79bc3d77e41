"""Grading a class: many submissions, several processes, one folder of reports."""

import json
import multiprocessing
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from .bank import Bank
from .edition import engine
from .exercise import QUESTION, Exercise, digest
from .frameworks import ZygoteLost, Zygotes
from .grading import grade_with_answers, scan
from .isolation import Isolation
from .kit import UNANSWERED
from .limits import Limits
from .pattern import patterns_of
from .pool import Call, Lost, Pool
from .report import Report, our_fault, refusal, report_on, to_json
from .rows import Row, row_of
from .store import fingerprint, keep_patterns, safe_names, stored, write
from .submission import Refused, Submission, identity_of, read

if TYPE_CHECKING:
    from .questions import Question

MOST_QUESTIONS = 500  # names looked for in one submission


@dataclass(frozen=True, slots=True)
class Course:
    """What a class is graded against."""

    exercises: Mapping[str, Exercise]
    banks: Mapping[str, Sequence[Bank]]
    limits: Limits
    isolation: Isolation
    banned: tuple[str, ...] = ()


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


class Grading(Protocol):
    """Who makes calls: a pool of processes here, or a cluster."""

    def map(self, function: Callable[..., Any], calls: Iterable[Call]) -> Iterator[tuple[str, Any]]: ...

    def close(self) -> None: ...


_zygotes = Zygotes()
_course: Course | None = None


def pool_for(course: Course, jobs: int) -> Pool:
    return Pool(jobs, _start, (course,))


def _start(course: Course) -> None:
    """Set a pool's process up; it ends itself when the grader is gone."""
    global _course, _zygotes
    _course, _zygotes = course, Zygotes(course.isolation)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def look(name: str, path: Path, wanted: Sequence[str], answered: Sequence[str]) -> list[str]:
    assert _course
    return names_in(_course, name, path, wanted, answered, _zygotes)


def names_in(course: Course, name: str, path: Path, wanted: Sequence[str], answered: Sequence[str], zygotes: Zygotes) -> list[str]:
    """Which of the functions `wanted` a submission defines, and which questions it answers besides those that others have `answered`.

    It is looked at more closely only if its text has such names.
    """
    try:
        submission = read(path, name)
        words = {word for file in submission.files for _, text in file.cells for word in re.findall(r"\w+", text)}
        there = [one for one in wanted if one in words]
        asked = sorted(questions_in(submission) - set(answered))[:MOST_QUESTIONS] if any(map(QUESTION.fullmatch, words)) else []
        if not there and not asked:
            return []
        held = scan(submission, there, zygotes, course.limits, asked)
        return [*held.modules, *(one for one, value in held.answers.items() if value is not None and type(value) is not dict)]
    except Refused:
        return []
    except ZygoteLost:
        zygotes.replace("")
        return []


def questions_in(submission: Submission) -> set[str]:
    """The names of questions in a text, but for comments and the lines that `start` wrote."""
    texts = [UNANSWERED.sub("", text) for file in submission.files for _, text in file.cells]
    return {name for text in texts for name in re.findall(rf"\b{QUESTION.pattern}\b", text)}


def grade_here(name: str, path: Path, chosen: Sequence[str], asked: Sequence["Question"]) -> Report:
    assert _course
    return graded(_course, name, path, chosen, asked, _zygotes)


def graded(course: Course, name: str, path: Path, chosen: Sequence[str], asked: Sequence["Question"], zygotes: Zygotes) -> Report:
    """The report on the submission at `path`, whatever it is; beside it, under "patterns", what tells mistakes that are alike."""
    exercises = {n: course.exercises[n] for n in chosen}
    questions = [question.id for question in asked]
    try:
        submission = read(path, name)
        judgements, outcomes = grade_with_answers(submission, exercises, course.banks, zygotes, course.limits, (), course.banned, asked)
        return {**report_on(submission, judgements, course.isolation.tier, outcomes), "patterns": patterns_of(judgements)}
    except Refused as why:
        return refusal(name, str(why), chosen, questions)
    except ZygoteLost as lost:
        return our_fault(name, str(lost), chosen, questions)


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

    Those that are the same to the byte are graded once.
    """
    files = safe_names(submissions)
    places = {name: out / "reports" / f"{files[name]}.json" for name in submissions}
    questions = [question.id for question in asked]
    course_mark = mark_of(course, chosen, asked)
    marks: dict[str, str] = {}
    copies: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for name, path in submissions.items():
        identity = identity_of(path)
        marks[name] = fingerprint(course_mark, name, identity)
        before = stored(places[name], marks[name])
        if before is not None:
            yield name, row_of(before), False
        else:
            copies.setdefault(first.setdefault(identity, name), []).append(name)

    def finished(name: str, report: Report) -> tuple[str, Row, bool]:
        told = {key: value for key, value in report.items() if key != "patterns"}
        keep_patterns(out, files[name], marks[name], report.get("patterns", {}))  # first: where a report is, its patterns are
        write(places[name], to_json({**told, "submission": name, "fingerprint": marks[name]}))
        return name, row_of({**told, "submission": name}), True

    alone: list[str] = []
    for name, report in pool.map(grade_here, ((name, (name, submissions[name], chosen, asked)) for name in copies)):
        made = our_fault(name, "the process that graded it died", chosen, questions) if report is Lost else report
        yield finished(name, made)
        for other in copies[name][1:]:
            if may_be_copied(made, name):
                yield finished(other, made)
            else:
                alone.append(other)
    for name, report in pool.map(grade_here, ((name, (name, submissions[name], chosen, asked)) for name in alone)):
        yield finished(name, our_fault(name, "the process that graded it died", chosen, questions) if report is Lost else report)


def mark_of(course: Course, chosen: Sequence[str], asked: Sequence["Question"]) -> str:
    """A digest of all that a grade depends on besides the submission."""
    against = [(name, digest(course.exercises[name]), [bank.identity for bank in course.banks[name]]) for name in chosen]
    return fingerprint(engine(), course.isolation.tier, asdict(course.limits), course.banned, against, *map(asdict, asked))


def may_be_copied(report: Report, name: str) -> bool:
    """Whether a report says nothing that holds for its own submission only: no name of a file, and none of our faults."""
    text = json.dumps({**report, "submission": ""}, ensure_ascii=False)
    return name not in text and report["verdict"] != "ungraded"
