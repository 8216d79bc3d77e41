"""What a class is graded against: an instructor kit, or what options say."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from ..cli import Problem
from ..edition import engine
from ..exercise import Exercise
from .choose import bank_at
from .isolating import chosen_isolation

if TYPE_CHECKING:
    from ..bank import Bank
    from ..coursework import Course
    from ..limits import Limits
    from ..questions import Question

DECIDED = {
    "names": "exercise",
    "banks": "bank",
    "cpu": "cpu",
    "framework_cpu": "framework-cpu",
    "patience": "patience",
    "memory": "memory",
    "output": "output",
    "banned": "ban",
}


def planned(kit: Path, mode: str, trusted: bool) -> "tuple[Course, list[Question]]":
    """The course of an instructor kit, and what it asks."""
    from ..assignment import AssignmentError
    from ..plan import plan_at

    context = click.get_current_context()
    given = [one for one in DECIDED if context.get_parameter_source(one) is not ParameterSource.DEFAULT]
    if given:
        raise Problem(f"With --assignment the kit decides, so leave this out: {', '.join(f'--{DECIDED[one]}' for one in given)}.")
    try:
        plan = plan_at(kit)
    except AssignmentError as problem:
        raise Problem(f"{str(problem).rstrip('.')}.") from None
    released = plan.record["versions"]["convgrade"]
    if released != engine():
        click.echo(f"This kit was released with convgrade {released}; this is {engine()}. Its banks are replayed as they are.")
    return plan.course(chosen_isolation(mode, trusted)), list(plan.questions.values())


def unplanned(exercises: Mapping[str, Exercise], banks: Path | None, limits: "Limits", banned: tuple[str, ...], mode: str, trusted: bool) -> "Course":
    """A course of options alone."""
    from ..coursework import Course

    used = {n: [bank_at(e.bank, e), *secret_banks(banks, e)] for n, e in exercises.items()}
    if banks and not any((banks / f"{n}.npz").exists() for n in exercises):
        raise Problem(f"{banks} holds no bank of these exercises: no file such as {next(iter(exercises))}.npz.")
    public = [n for n, some in used.items() if banks and len(some) == 1]
    if public:
        click.echo(f"Without a secret bank, graded on public cases alone: {', '.join(public)}")
    return Course(exercises, used, limits, chosen_isolation(mode, trusted), banned)


def secret_banks(folder: Path | None, exercise: Exercise) -> "list[Bank]":
    """The secret bank of an exercise, if the folder holds one."""
    place = folder / f"{exercise.name}.npz" if folder else None
    return [bank_at(place, exercise)] if place and place.exists() else []
