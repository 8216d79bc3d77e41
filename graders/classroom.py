"""Grading a class: many submissions, several processes, one folder of reports."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .bank import Bank
from .exercise import Exercise, digest
from .frameworks import ZygoteLost, Zygotes
from .grading import grade, scan
from .isolation import Isolation
from .limits import Limits
from .report import Report, our_fault, refusal, report_on, to_json
from .store import fingerprint, safe_names, stored, write
from .submission import Refused, read


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


_zygotes = Zygotes()
_course: Course | None = None


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


def _functions_in(name: str, path: Path) -> list[str]:
    """Which exercises a submission holds."""
    assert _course
    try:
        return list(scan(read(path, name), list(_course.exercises), _zygotes, _course.limits).modules)
    except Refused:
        return []
    except ZygoteLost:
        _zygotes.replace("")
        return []


def _grade(name: str, path: Path, chosen: Sequence[str], before: Path) -> Report | None:
    """The report on a submission; None if the one that is there holds still."""
    assert _course
    exercises = {n: _course.exercises[n] for n in chosen}
    try:
        submission = read(path, name)
        identity = submission.hash
    except Refused as why:
        submission, identity = None, str(why)
    mark = fingerprint(
        version("convgrade"),
        _course.isolation.tier,
        name,
        identity,
        asdict(_course.limits),
        _course.banned,
        [(n, digest(e), [b.identity for b in _course.banks[n]]) for n, e in exercises.items()],
    )
    if stored(before, mark):
        return None
    if submission is None:
        report = refusal(name, identity, chosen)
    else:
        try:
            report = report_on(
                submission, grade(submission, exercises, _course.banks, _zygotes, _course.limits, banned=_course.banned), _course.isolation.tier
            )
        except ZygoteLost as lost:
            report = our_fault(name, str(lost), chosen)
    return {**report, "fingerprint": mark}


class Pool:
    """Processes that grade; one that dies takes only its own submission with it."""

    def __init__(self, course: Course, jobs: int) -> None:
        self._course, self._jobs = course, jobs
        self._executor = self._new()

    def _new(self, jobs: int = 0) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs or self._jobs, multiprocessing.get_context("spawn"), _start, (self._course,))

    def map(self, function: Callable[..., Any], calls: Mapping[str, tuple[Any, ...]]) -> Iterator[tuple[str, Any]]:
        """Results as they come, by name; `BrokenProcessPool` stands for that of a call whose process died twice."""
        lost = yield from self._results(function, calls)
        for name in lost:  # one of these broke the pool: each has one more try, alone
            again = yield from self._results(function, {name: calls[name]})
            for broken in again:
                yield broken, BrokenProcessPool

    def _results(self, function: Callable[..., Any], calls: Mapping[str, tuple[Any, ...]]) -> Generator[tuple[str, Any], None, list[str]]:
        pending: dict[Future[Any], str] = {self._executor.submit(function, *arguments): name for name, arguments in calls.items()}
        lost = []
        for future in as_completed(pending):
            try:
                yield pending[future], future.result()
            except BrokenProcessPool:
                lost.append(pending[future])
        if lost:
            self._executor = self._new()
        return lost

    def close(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        for process in list((getattr(self._executor, "_processes", None) or {}).values()):
            process.terminate()


def found_exercises(pool: Pool, submissions: Mapping[str, Path]) -> set[str]:
    """The exercises that at least one submission holds."""
    results = pool.map(_functions_in, {name: (name, path) for name, path in submissions.items()})
    return {name for _, names in results if names is not BrokenProcessPool for name in names}


def grade_class(pool: Pool, submissions: Mapping[str, Path], chosen: Sequence[str], out: Path) -> Iterator[tuple[str, bool]]:
    """Grade what is not graded yet; gives each submission's name as its report is there, and whether it is new."""
    files = safe_names(submissions)
    places = {name: out / "reports" / f"{files[name]}.json" for name in submissions}
    calls = {name: (name, path, chosen, places[name]) for name, path in submissions.items()}
    for name, report in pool.map(_grade, calls):
        if report is BrokenProcessPool:
            report = our_fault(name, "the process that graded it died", chosen)
        if report is not None:
            write(places[name], to_json(report))
        yield name, report is not None
