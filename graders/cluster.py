"""The same job on a Dask cluster: submissions travel as bytes, reports come back as they finish.

Every worker process of the cluster has zygotes of its own and proves its own tier of isolation. It grades only if it would
grade as this machine does: the same convgrade, Python, NumPy, checks and public banks.
"""

import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
from distributed import Client, KilledWorker, as_completed

from .bank import Bank, BankError, load
from .coursework import Course, graded, names_in
from .edition import engine
from .exercise import Exercise, digest, find, is_shipped
from .frameworks import Zygotes
from .isolation import Isolation
from .limits import Limits
from .parcel import Luggage, Parcel, laid_out, luggage_of, parcel_of, unpacked
from .pool import AHEAD, Call, Lost, Mismatch
from .processes import grade_here, look
from .questions import Question
from .report import Report, refusal
from .scoring import Worth
from .untrusted import Refused

JOINING_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Brief:
    """What a machine of the cluster is told of a course: what it is graded against, and what must be the same there."""

    key: str
    names: tuple[str, ...]
    luggage: Mapping[str, Luggage]
    banks: Mapping[str, Sequence[Bank]]
    limits: Limits
    banned: tuple[str, ...]
    worth: Worth
    mode: str
    standard: dict[str, str]


def standard_of(names: Iterable[str], exercises: Mapping[str, Exercise]) -> dict[str, str]:
    """What decides a verdict, besides the submission: words for a sentence, and their values."""
    standard = {"convgrade": engine(), "Python": f"{sys.version_info.major}.{sys.version_info.minor}", "NumPy": np.__version__}
    for name in names:
        standard[f"the checks of {name}"] = digest(exercises[name]) if name in exercises else "none"
        standard[f"the public bank of {name}"] = public_identity(exercises[name].bank) if name in exercises else "none"
    return standard


def public_identity(path: Path) -> str:
    try:
        return load(path).identity
    except BankError:
        return "none"


def differences(here: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    """Where two machines differ, in words."""
    return [f"{what} ({there.get(what, 'none')[:12]} there, {value[:12]} here)" for what, value in here.items() if there.get(what) != value]


_lock = threading.Lock()
_courses: dict[str, Course] = {}  # of the last brief alone
_laid_out: dict[str, tuple[tempfile.TemporaryDirectory[str], dict[str, Exercise]]] = {}  # likewise
_own = threading.local()


def exercises_there(brief: Brief) -> dict[str, Exercise]:
    """On a machine of the cluster: what is installed, and what the brief brings."""
    with _lock:
        if brief.key not in _laid_out:
            folder = tempfile.TemporaryDirectory(prefix="convgrade-")
            _laid_out.clear()
            _laid_out[brief.key] = folder, laid_out(brief.luggage, Path(folder.name))
        return find() | _laid_out[brief.key][1]


def standard_there(brief: Brief) -> dict[str, str]:
    return standard_of(brief.names, exercises_there(brief))


def prepared(brief: Brief) -> tuple[Course, Zygotes]:
    """The course on this machine of the cluster, and the zygotes of this thread: none that an earlier course left, which may be less isolated.

    Raises:
        Mismatch: this machine would grade otherwise, or less safely than is required.
    """
    exercises = exercises_there(brief)
    with _lock:
        if brief.key not in _courses:
            found = differences(brief.standard, standard_of(brief.names, exercises))
            if found:
                raise Mismatch(f"A machine that joined the cluster would grade otherwise than this one: {', '.join(found[:3])}")
            with Zygotes() if brief.mode == "off" else Zygotes.strongest() as zygotes:
                isolation = zygotes.isolation
            if brief.mode == "require" and isolation.tier != "strict":
                raise Mismatch(f"Isolation is required, and a machine of the cluster does not give it. {isolation.sentence()}")
            _courses.clear()
            _courses[brief.key] = Course({n: exercises[n] for n in brief.names}, brief.banks, brief.limits, isolation, brief.banned, brief.worth)
        course = _courses[brief.key]
    if getattr(_own, "key", "") != brief.key:
        if hasattr(_own, "zygotes"):
            _own.zygotes.__exit__(None, None, None)
        _own.key, _own.zygotes = brief.key, Zygotes(course.isolation)
    return course, _own.zygotes


def tier_there(brief: Brief) -> Isolation:
    return prepared(brief)[0].isolation


def look_there(brief: Brief, name: str, parcel: Parcel, wanted: Sequence[str], answered: Sequence[str]) -> list[str]:
    """On a machine of the cluster: which of the functions `wanted` a submission defines, and which further questions it answers."""
    course, zygotes = prepared(brief)
    try:
        with unpacked(parcel) as path:
            return names_in(course, name, path, wanted, answered, zygotes)
    except Refused:
        return []


def grade_there(brief: Brief, name: str, parcel: Parcel, chosen: Sequence[str], asked: Sequence[Question], before: Sequence[Report]) -> Report:
    """On a machine of the cluster: the report on a submission."""
    course, zygotes = prepared(brief)
    try:
        with unpacked(parcel) as path:
            return graded(course, name, path, chosen, asked, before, zygotes)
    except Refused as why:
        return refusal(name, str(why), chosen, [question.id for question in asked], course.worth)


THERE: dict[Callable[..., Any], Callable[..., Any]] = {look: look_there, grade_here: grade_there}


class Cluster:
    """The workers of a Dask scheduler, in place of a pool of processes."""

    def __init__(self, address: str, course: Course, mode: str) -> None:
        """Join the cluster.

        Raises:
            OSError: there is no scheduler, or no worker has joined it.
            Mismatch: a worker would grade otherwise than this machine, or less safely than `mode` ("require") asks for.
        """
        self._client = Client(address, timeout=JOINING_SECONDS, set_as_default=False)
        try:
            self._client.wait_for_workers(1, timeout=JOINING_SECONDS)
            brief = Brief(
                uuid4().hex,
                tuple(course.exercises),
                {name: luggage_of(one) for name, one in course.exercises.items() if not is_shipped(one)},
                course.banks,
                course.limits,
                course.banned,
                course.worth,
                mode,
                standard_of(course.exercises, course.exercises),
            )
            for where, there in self._client.run(standard_there, brief).items():
                found = differences(brief.standard, there)
                if found:
                    raise Mismatch(f"The worker at {where} would grade otherwise than this machine: {', '.join(found[:3])}")
            self._brief = self._client.scatter(brief, broadcast=True)
            self.jobs = sum(self._client.nthreads().values())
            self.isolations = list(self._client.run(tier_there, brief).values())
        except BaseException:
            self._client.close()
            raise

    def map(self, function: Callable[..., Any], calls: Iterable[Call]) -> Iterator[tuple[str, Any]]:
        """Results as they come, by name; `Lost` for a call that took worker after worker down."""
        source = iter(calls)
        names: dict[Any, str] = {}
        running = as_completed([], loop=self._client.loop)

        def hand_out() -> None:
            while len(names) < AHEAD * self.jobs and (call := next(source, None)):
                name, path, *what = call[1]
                future = self._client.submit(THERE[function], self._brief, name, parcel_of(path), *what, pure=False)
                names[future] = call[0]
                running.add(future)

        hand_out()
        for future in running:
            name = names.pop(future)
            try:
                yield name, future.result()
            except KilledWorker:
                yield name, Lost
            except CancelledError:
                raise ConnectionError("its scheduler is gone") from None
            hand_out()

    def close(self) -> None:
        self._client.close()


def weakest(isolations: Sequence[Isolation]) -> Isolation:
    """The isolation that all machines reach at least."""
    return min(isolations, key=lambda one: ("portable", "partial", "strict").index(one.tier))
