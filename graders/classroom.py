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
from .report import EQUAL, Report, blocked, our_fault, question_entry, refusal, to_json, together
from .report import entry as entry_on
from .rows import Row, row_of
from .scoring import Worth
from .store import earlier, fingerprint, keep_patterns, kept_patterns, safe_names, write
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
    worth: Worth = EQUAL


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


def grade_here(name: str, path: Path, chosen: Sequence[str], asked: Sequence["Question"], before: Sequence[Report]) -> Report:
    assert _course
    return graded(_course, name, path, chosen, asked, before, _zygotes)


def graded(
    course: Course, name: str, path: Path, chosen: Sequence[str], asked: Sequence["Question"], before: Sequence[Report], zygotes: Zygotes
) -> Report:
    """The report on the submission at `path`, whatever it is; beside it, under "patterns", what tells mistakes that are alike.

    `before` are entries of an earlier report that still hold: what they are about is not judged again.
    """
    kept = {entry["exercise"]: entry for entry in before}
    exercises = {n: course.exercises[n] for n in chosen}
    try:
        submission = read(path, name)
        verdicts = {n: entry["verdict"] for n, entry in kept.items()}
        found = grade_with_answers(submission, exercises, course.banks, zygotes, course.limits, verdicts, course.banned, asked)
    except Refused as why:
        return refusal(name, str(why), chosen, [question.id for question in asked], course.worth)
    except ZygoteLost as lost:
        return our_fault(name, str(lost), chosen, [question.id for question in asked], course.worth)
    entries = {n: blocked(entry, found.blocked_by[n]) for n, entry in kept.items()}
    entries |= {one.exercise.name: entry_on(one, submission, course.worth.of(one.exercise.name)) for one in found.judgements}
    questions = [question_entry(n, one.verdict, one.message, course.worth.of_question(n)) for n, one in found.outcomes.items()]
    banks = (bank for n in chosen for bank in course.banks[n])
    report = together(submission, [entries[n] for n in chosen], questions, banks, course.isolation.tier)
    return {**report, "patterns": patterns_of(found.judgements)}


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
    files = safe_names(submissions)
    places = {name: out / "reports" / f"{files[name]}.json" for name in submissions}
    standards = {exercise: standard_of(course, exercise) for exercise in chosen}
    standard = fingerprint(list(standards.items()), *((asdict(question), course.worth.of_question(question.id)) for question in asked))
    identities: dict[str, str] = {}
    copies: dict[tuple[str, ...], list[str]] = {}
    for name, path in submissions.items():
        identities[name] = identity_of(path)
        before = earlier(places[name])
        if before.get("fingerprint") == fingerprint(standard, name, identities[name]):
            yield name, row_of(before), False
        else:
            valid = [one["exercise"] for one in still_valid(before, standards, name, identities[name])]
            copies.setdefault((identities[name], *valid), []).append(name)

    def finished(name: str, report: Report) -> tuple[str, Row, bool]:
        mark, patterns = fingerprint(standard, name, identities[name]), report.get("patterns", {})
        entries = [{**one, "fingerprint": fingerprint(standards[one["exercise"]], name, identities[name])} for one in report["exercises"]]
        told = {**{key: value for key, value in report.items() if key != "patterns"}, "submission": name, "exercises": entries}
        before = earlier(places[name])
        still = {one["exercise"] for one in still_valid(before, standards, name, identities[name])}
        held = kept_patterns(out, files[name], before.get("fingerprint", "")) if still else {}
        keep_patterns(out, files[name], mark, {n: held[n] for n in still if n in held} | patterns)  # first: where a report is, its patterns are
        write(places[name], to_json({**told, "fingerprint": mark}))
        return name, row_of(told), True

    def calls(names: Iterable[str]) -> Iterator[Call]:
        for name in names:
            before = still_valid(earlier(places[name]), standards, name, identities[name])
            yield name, (name, submissions[name], chosen, asked, before)

    def made(name: str, report: Any) -> Report:
        return our_fault(name, "the process that graded it died", chosen, [q.id for q in asked], course.worth) if report is Lost else report

    alike = {names[0]: names[1:] for names in copies.values()}
    alone: list[str] = []
    for name, result in pool.map(grade_here, calls(alike)):
        report = made(name, result)
        yield finished(name, report)
        for other in alike[name]:
            if may_be_copied(report, name):
                yield finished(other, report)
            else:
                alone.append(other)
    for name, result in pool.map(grade_here, calls(alone)):
        yield finished(name, made(name, result))


def standard_of(course: Course, exercise: str) -> str:
    """A digest of all that the grade of an exercise depends on besides the submission."""
    banks = [bank.identity for bank in course.banks[exercise]]
    against = (exercise, digest(course.exercises[exercise]), banks, asdict(course.worth.of(exercise)))
    return fingerprint(engine(), course.isolation.tier, asdict(course.limits), course.banned, against)


def still_valid(report: Report, standards: Mapping[str, str], name: str, identity: str) -> list[Report]:
    """The entries of an earlier report that a new one would repeat: about this very submission, by the standards of today."""
    entries = report.get("exercises", []) if report.get("verdict") not in ("refused", "ungraded") else []
    return [
        {key: value for key, value in one.items() if key != "fingerprint"}
        for one in entries
        if one["verdict"] != "ungraded" and one.get("fingerprint") == fingerprint(standards.get(one["exercise"], ""), name, identity)
    ]


def may_be_copied(report: Report, name: str) -> bool:
    """Whether a report says nothing that holds for its own submission only: no name of a file, and none of our faults."""
    text = json.dumps({**report, "submission": ""}, ensure_ascii=False)
    return name not in text and report["verdict"] != "ungraded"
