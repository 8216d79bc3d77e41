"""The processes of this machine that grade a class, each with the course and zygotes of its own."""

import multiprocessing
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .coursework import Course, graded, names_in
from .frameworks import Zygotes
from .pool import Pool
from .report import Report

if TYPE_CHECKING:
    from .questions import Question

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


def grade_here(name: str, path: Path, chosen: Sequence[str], asked: Sequence["Question"], before: Sequence[Report]) -> Report:
    assert _course
    return graded(_course, name, path, chosen, asked, before, _zygotes)
